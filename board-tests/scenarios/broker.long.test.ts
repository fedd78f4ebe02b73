// The broker's faults by the hundred: a reset after every octet of every packet, faults by chance from a seed, the time until
// a broker that is back has the next message.
import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import type { ReceivedMessage } from "../models/mqtt-broker/broker.ts";
import { type BrokerFaults, WELL } from "../models/mqtt-broker/faults.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";

/** From the broker's return to the next message. */
const RECOVERY_MS_MAX = 60_000;
const SEED = 2026;

const OUTAGES: Partial<BrokerFaults>[] = [
  { away: true },
  { deaf: true },
  { withholdConnack: true },
  { withholdSuback: true },
  { withholdPuback: true },
  { withholdPingresp: true },
  { refuseCode: 3 },
  { refuseCode: 5 },
  { dripMs: 700 },
  { segmentBytes: 1 },
  { repeats: true },
  { pubackFor: "stranger" },
  { pubackFor: "zero" },
  { pubackDelayMs: 7_000 },
  { dropAfterPackets: 4 },
  { kickAfterMs: 900 },
  { publishEveryMs: 3_000 },
  { stray: Uint8Array.of(0x90, 3, 1, 2, 3, 0x40, 2, 0, 0) },
  { resetAfterReceived: 150 },
  { resetAfterSent: 11 },
];

const numbered = (n: number): string =>
  pduOf({
    text: `number ${n}`,
    time: `2026-11-22T${String(Math.floor(n / 3600)).padStart(2, "0")}:${String(Math.floor(n / 60) % 60).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}+00:00`,
  });

async function expectEachOnce(bench: GatewayBench, pdus: readonly string[]): Promise<void> {
  const ids = await bench.publishedIds();
  expect([...new Set(ids)].sort()).toEqual(pdus.map((pdu) => idOf(pdu)).sort());
  expect(ids.length - pdus.length).toBeLessThanOrEqual(await bench.lostConnections());
}

/** In long steps: what takes minutes need not be looked at ten times a second. */
async function untilEmpty(bench: GatewayBench, limitMs: number): Promise<number> {
  for (let waited = 0; waited < limitMs; waited += 500) {
    if ((await bench.slots()).length === 0) return waited;
    await bench.wait(500);
  }
  throw new Error(`messages are still on the SIM after ${limitMs} ms`);
}

// Fault 12.
it.each([
  ["brought", 520, (n: number) => ({ resetAfterReceived: n })],
  ["got", 40, (n: number) => ({ resetAfterSent: n })],
] as const)("a reset after every octet that a connection has %s loses nothing", async (_case, octets, fault) => {
  const bench = await GatewayBench.started();
  const pdus = Array.from({ length: octets }, (_, n) => numbered(n));
  for (const [n, pdu] of pdus.entries()) {
    await bench.brokerFaults(fault(n + 1));
    await bench.dropConnections();
    await bench.deliver(pdu);
    await untilEmpty(bench, 60_000);
  }
  await expectEachOnce(bench, pdus);
});

it("whatever happens by chance, all messages arrive once it is over, and again at most once a lost connection", async () => {
  const step = fc.record({ outage: fc.nat(OUTAGES.length - 1), forMs: fc.integer({ min: 500, max: 45_000 }) });
  const runs = fc.tuple(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 5 }));
  const property = fc.asyncProperty(runs, async ([isQueueing, steps]) => {
    const settings = { ...defaultSettings(), queue_offline: isQueueing };
    const bench = await GatewayBench.started({ settings });
    const pdus = Array.from({ length: steps.length * 3 }, (_, n) => numbered(n));
    for (const [n, { outage, forMs }] of steps.entries()) {
      await bench.brokerFaults({ ...WELL, ...OUTAGES[outage] });
      for (const pdu of pdus.slice(n * 3, n * 3 + 3)) {
        await bench.deliver(pdu);
        await bench.wait(Math.ceil(forMs / 3));
      }
    }
    await bench.brokerFaults(WELL);
    await untilEmpty(bench, 2 * RECOVERY_MS_MAX);
    await expectEachOnce(bench, pdus);
    if (isQueueing) expectSameIdentifiers(await bench.received());
    await bench.finish();
  });
  await fc.assert(property, { seed: SEED, numRuns: 15, endOnFailure: true });
});

/** What is sent again has DUP, and the identifier and the octets of the first time [MQTT-3.3.1-1, MQTT-4.4.0-1]. */
function expectSameIdentifiers(messages: readonly ReceivedMessage[]): void {
  const known = new Map<string, ReceivedMessage>();
  for (const message of messages) {
    const { dup, packetId, payload } = message;
    const { id } = JSON.parse(new TextDecoder().decode(payload));
    const before = known.get(id);
    if (before)
      expect({ dup, packetId, payload }).toEqual({ dup: true, packetId: before.packetId, payload: before.payload });
    known.set(id, message);
  }
}

it("a broker that is back has the next message within a minute, in the worst of many cases", async () => {
  const worst: Record<string, number> = {};
  for (let seed = 1; seed <= 6; seed++) {
    for (const [name, outage] of Object.entries({ away: OUTAGES[0], deaf: OUTAGES[1], refusing: OUTAGES[7] })) {
      const bench = await GatewayBench.started({ seed });
      await bench.brokerFaults(outage ?? {});
      if (name === "refusing") await bench.dropConnections();
      await bench.wait(20_000 + seed * 13_700);
      await bench.deliver(pduOf({ text: "meanwhile" }));
      await bench.wait((seed * 7_300) % 40_000);
      await bench.brokerFaults(WELL);
      worst[name] = Math.max(worst[name] ?? 0, await untilEmpty(bench, 90_000));
      await bench.finish();
    }
  }
  console.log(
    `publishing again after: ${Object.entries(worst)
      .map(([name, ms]) => `${name} ${ms / 1000} s`)
      .join(", ")}`,
  );
  for (const ms of Object.values(worst)) expect(ms).toBeLessThanOrEqual(RECOVERY_MS_MAX);
});

it("a command with an end waits ten minutes for the time of day, and is not sent without it", async () => {
  const bench = await GatewayBench.started({ settings: { ...defaultSettings(), queue_offline: true } });
  await bench.command('{"id":"when","to":"+447700900123","text":"hello","expires":"2026-11-22T08:10:00Z"}');
  await bench.wait(300_000);
  expect(await bench.told()).toEqual([]);
  await bench.wait(330_000);
  expect((await bench.told()).map(({ state }) => state)).toEqual(["accepted", "expired"]);
  expect(await bench.submitted()).toEqual([]);
});

it("a day of messages over a link that breaks all the time leaves the heap as it was", async () => {
  const bench = await GatewayBench.started();
  const pdus = numberedPdus(50);
  const free = async () => {
    await bench.wait(65_000);
    const messages = (await bench.board.broker("messages")) as ReceivedMessage[];
    const state = messages.filter(({ topic }) => topic === "gateway/state").at(-1);
    return JSON.parse(new TextDecoder().decode(state?.payload)).heap_free as number;
  };
  await bench.deliver(numbered(0));
  await untilEmpty(bench, 60_000);
  await bench.dropConnections();
  const before = await free();
  for (const [n, pdu] of pdus.entries()) {
    await bench.brokerFaults({ ...WELL, ...OUTAGES[n % OUTAGES.length] });
    await bench.deliver(pdu);
    await bench.wait(12_000);
  }
  await bench.brokerFaults(WELL);
  await untilEmpty(bench, 120_000);
  const after = await free();
  console.log(`free: ${before} before, ${after} after ${pdus.length} faults`);
  expect(before - after).toBeLessThan(1_500);
});
