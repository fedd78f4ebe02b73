// Odd messages on the board.
import { oddMessageStories } from "./stories/odd-messages.ts";
import { onBoard } from "./support/gateway-bench.ts";

oddMessageStories(onBoard);
