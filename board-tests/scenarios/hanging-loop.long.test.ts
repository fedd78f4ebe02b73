// Fault 39: the loop hangs, at many moments of a start, of a message and of a command.
import { expect, it } from "vitest";
import { hangsAt } from "./support/hanging-loop.ts";

/** Looks of the start, before the loop turns: a hang there restarts the board, too, but what it was busy with is not known yet. */
const FIRST_TURN = 38;

it.each(["the watchdog's start", "a message and a command"] as const)(
  "a loop that hangs is restarted, and nothing is lost or done twice, at many looks at the clock from %s on",
  async (phase) => {
    for (let look = FIRST_TURN; look < 1_000; look += 37) await hangsAt(phase, look);
    expect.hasAssertions();
  },
  900_000,
);
