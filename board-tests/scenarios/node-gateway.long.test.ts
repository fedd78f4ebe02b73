// The stories that do not need a board, told of the gateway under Node in real time; those of failures of broker and
// modem: node-failures.long.test.ts, so that the two run at the same time.
import { describeWith } from "../support/require-tool.ts";
import { oddMessageStories } from "./stories/odd-messages.ts";
import { powerCutStories } from "./stories/power-cuts.ts";
import { receivingStories } from "./stories/receiving.ts";
import { underNode } from "./support/node-bench.ts";

describeWith(["python3"], "the gateway under Node", () => {
  receivingStories(underNode);
  oddMessageStories(underNode);
  powerCutStories(underNode);
});
