// The broker refuses, is away, never acknowledges: every SMS stays on the SIM, and is published when it is well again.
import { describe, expect, it } from "vitest";
import { type BrokerFaults, WELL } from "../../models/mqtt-broker/faults.ts";
import { idOf, numberedPdus } from "../support/messages.ts";
import type { Benches, StoryBench } from "../support/story-bench.ts";

/** From the broker's return to a message: the longest back-off is 30 s, after a refusal 37.5 s, and the last attempt may take 8 s. */
const RECOVERY_MS_MAX = 60_000;

const OUTAGES: Record<string, Partial<BrokerFaults>> = {
  "refuses the connection (CONNACK 5)": { refuseCode: 5 },
  "is unavailable (CONNACK 3)": { refuseCode: 3 },
  "never answers CONNECT": { withholdConnack: true },
  "never acknowledges": { withholdPuback: true },
  "is away": { away: true },
  "hears and says nothing": { deaf: true },
  "ends each connection at its second packet": { dropAfterPackets: 1 },
};

export function brokerFailureStories({ make, started, outageMs }: Benches): void {
  describe("a broker that", () => {
    it.each(Object.entries(OUTAGES))("%s leaves every SMS on the SIM and gets it later", async (_case, faults) => {
      const bench = await started();
      const pdus = numberedPdus(3);
      await bench.brokerFaults(faults);
      if (!faults.deaf && !faults.withholdPuback) await bench.dropConnections();
      for (const pdu of pdus) await bench.deliver(pdu);
      await bench.wait(outageMs);
      expect(await bench.slots()).toEqual(pdus);
      expect(bench.deletions()).toEqual([]);
      await bench.brokerFaults(WELL);
      await bench.untilSimIsEmpty(RECOVERY_MS_MAX);
      await expectEachOnce(bench, pdus);
    });

    it("refuses before the first message keeps what lay on the SIM", async () => {
      const bench = await make();
      const pdus = numberedPdus(3);
      await bench.preload(...pdus);
      await bench.brokerFaults({ refuseCode: 4 });
      await bench.turnOn();
      await bench.wait(outageMs);
      expect(await bench.slots()).toEqual(pdus);
      await bench.brokerFaults(WELL);
      await bench.untilSimIsEmpty(RECOVERY_MS_MAX);
      await expectEachOnce(bench, pdus);
    });

    it("drops the connection at any packet of thirty messages gets all of them", async () => {
      const bench = await make();
      const pdus = numberedPdus(30);
      await bench.preload(...pdus);
      await bench.brokerFaults({ dropAfterPackets: 5 });
      await bench.turnOn();
      await bench.untilSimIsEmpty(300_000);
      await expectEachOnce(bench, pdus);
    });

    it("crashes in idle times is found again by itself", async () => {
      const bench = await started();
      await bench.dropConnections();
      await bench.wait(5_000);
      expect(await bench.status()).toBe("online");
    });
  });
}

/** Each message came, with its own id, and again at most once for each lost connection. */
async function expectEachOnce(bench: StoryBench, pdus: readonly string[]): Promise<void> {
  const ids = await bench.publishedIds();
  const expected = pdus.map((pdu) => idOf(pdu));
  expect([...new Set(ids)].sort()).toEqual([...expected].sort());
  expect(ids.length - expected.length).toBeLessThanOrEqual(await bench.lostConnections());
}
