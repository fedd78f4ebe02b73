// Fault 39: the loop hangs, at some moments. hanging-loop.long.test.ts has many more of them.
import { expect, it } from "vitest";
import { hangsAt } from "./support/hanging-loop.ts";

it.each([
  ["the watchdog's start", 38],
  ["the watchdog's start", 300],
  ["a message and a command", 1],
  ["a message and a command", 130],
  ["a message and a command", 420],
] as const)(
  "a loop that hangs is restarted, which is on record, and nothing is lost or done twice: from %s on, look %i",
  async (phase, look) => {
    await hangsAt(phase, look);
    expect.hasAssertions();
  },
);
