// Fault 41: an allocation fails, at many moments. Nothing is lost and nothing is done twice; where the gateway cannot go on, it
// restarts and says why.
import { expect, it } from "vitest";
import { fullHeapAt } from "./support/full-heap.ts";

const LOOKS = Array.from({ length: 40 }, (_, n) => 1 + n * 26);

it("a heap that is full for a moment, at many moments of a message and a command, loses and repeats nothing", async () => {
  const crashes: string[] = [];
  for (const look of LOOKS) {
    const { crash } = await fullHeapAt(look);
    if (crash !== "") crashes.push(crash);
  }
  console.log(`${crashes.length} of ${LOOKS.length} restarted the board\n${[...new Set(crashes)].join("\n")}`);
  expect(crashes.length).toBeGreaterThan(10);
  for (const crash of crashes) expect(crash).toMatch(/MemoryError|RangeError/);
}, 900_000);
