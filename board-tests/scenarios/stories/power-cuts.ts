// The gateway ends without a word, again and again: nothing is lost, and what is published again has the same id.
import { describe, expect, it } from "vitest";
import { idOf, numberedPdus } from "../support/messages.ts";
import type { Benches } from "../support/story-bench.ts";

/** From the fifth on a board is in safe mode. */
const CUTS = 8;

export function powerCutStories({ make, started, cuts }: Benches): void {
  describe("power cuts every few seconds", () => {
    it("while thirty messages are drained lose none, and repeat none within one run", async () => {
      const bench = await make();
      const pdus = numberedPdus(30);
      await bench.preload(...pdus);
      for (let cut = 1; cut <= CUTS; cut++) {
        await bench.turnOn();
        await bench.wait(cuts.firstMs + cut * cuts.stepMs);
        await bench.turnOff({ modemToo: cut % 2 === 0 });
        await bench.wait(300);
      }
      await bench.turnOn();
      await bench.wait(cuts.restMs);
      await bench.untilSimIsEmpty();
      expect(new Set(await bench.publishedIds())).toEqual(new Set(pdus.map((pdu) => idOf(pdu))));
      const runs = await bench.publishedIdsByConnection();
      expect(runs.length).toBeGreaterThan(CUTS / 2);
      for (const ids of runs) expect(new Set(ids).size).toBe(ids.length);
    });
  });

  describe("the status", () => {
    it("is offline, retained, after a power cut, and online again with the power", async () => {
      const bench = await started();
      expect(await bench.status()).toBe("online");
      await bench.turnOff();
      await bench.wait(1_000);
      expect(await bench.status()).toBe("offline");
      await bench.start();
      expect(await bench.status()).toBe("online");
    });
  });
}
