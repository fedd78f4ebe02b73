// The main story on the board.
import { receivingStories } from "./stories/receiving.ts";
import { onBoard } from "./support/gateway-bench.ts";

receivingStories(onBoard);
