// Every story that does not need a board, told of the gateway under Node, in real time.
import { describeWith } from "../support/require-tool.ts";
import { brokerFailureStories } from "./stories/broker-failures.ts";
import { modemFailureStories } from "./stories/modem-failures.ts";
import { oddMessageStories } from "./stories/odd-messages.ts";
import { powerCutStories } from "./stories/power-cuts.ts";
import { receivingStories } from "./stories/receiving.ts";
import { underNode } from "./support/node-bench.ts";

describeWith(["python3"], "the gateway under Node", () => {
  receivingStories(underNode);
  oddMessageStories(underNode);
  brokerFailureStories(underNode);
  modemFailureStories(underNode);
  powerCutStories(underNode);
});
