// Fault 41: an allocation fails. memory-errors.long.test.ts has many more moments of it.
import { expect, it } from "vitest";
import { fullHeapAt } from "./support/full-heap.ts";

it("a heap that is full for a moment restarts the board, says so, and nothing is lost or done twice", async () => {
  const crashes = [];
  for (const look of [1, 256, 511]) crashes.push((await fullHeapAt(look)).crash);
  expect(crashes.join()).toContain("MemoryError");
});
