// The stories of a broker and of a modem that fail, and of sending, told of the gateway under Node in real time.
import { describeWith } from "../support/require-tool.ts";
import { brokerFailureStories } from "./stories/broker-failures.ts";
import { modemFailureStories } from "./stories/modem-failures.ts";
import { sendingStories } from "./stories/sending.ts";
import { underNode } from "./support/node-bench.ts";

describeWith(["python3"], "the gateway under Node", () => {
  brokerFailureStories(underNode);
  modemFailureStories(underNode);
  sendingStories(underNode);
});
