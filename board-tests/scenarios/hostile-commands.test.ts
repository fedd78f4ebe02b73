// Whatever somebody publishes for the gateway: it is answered or ignored, and the gateway goes on.
import fc from "fast-check";
import { expect, it } from "vitest";
import { reportHeap, reportsOfHeap } from "../control/heap-report.ts";
import { defaultSettings } from "../control/sim-settings.ts";
import { WELL } from "../models/mqtt-broker/faults.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

const TOPICS = [
  "sms/send",
  "request/restart?",
  "request/signal",
  "request/ussd",
  "request/balance",
  "request/",
  "request/é",
];
const SEED = 2026;
/** Of 2 KB each they would be more than is free. */
const TOPICS_COUNT = 32;
/** While requests are answered, whose code is there then. */
const FREE_BYTES_MIN = 24_000;
const PAYLOADS = 150;

const field = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer()),
  fc.constantFrom("+447700900123", "2026-11-22T09:30:00Z", "*100#", "\u0000", "x".repeat(500)),
);
const keys = ["id", "to", "number", "text", "flash", "report", "expires", "code", "transaction"] as const;
const command = fc.record(Object.fromEntries(keys.map((key) => [key, field])), { requiredKeys: [] });
const octets = fc.oneof(
  command.map((value) => Buffer.from(JSON.stringify(value))),
  fc.tuple(command, fc.nat(200), fc.nat(255)).map(([value, at, octet]) => {
    const damaged = Buffer.from(JSON.stringify(value));
    if (damaged.length > 0) damaged[at % damaged.length] = octet;
    return damaged;
  }),
  fc.json().map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
  fc.constant(Buffer.from("[".repeat(1500))),
);

/** With TLS, and all else that can be switched on without a key. */
function secureBench(): Promise<GatewayBench> {
  const time = Date.UTC(2040, 10, 22);
  return GatewayBench.make({
    settings: { ...defaultSettings(), broker_tls: true, home_assistant: true, legacy_topics: true },
    hardware: { modem: { networkEpochMs: time } },
    network: { kind: "model", timeEpochMs: time },
  });
}

it("hostile commands are answered or ignored, and what arrives is received as ever", { timeout: 60_000 }, async () => {
  const bench = await GatewayBench.started();
  const payloads = fc.sample(octets, { seed: SEED, numRuns: PAYLOADS });
  for (const [index, payload] of payloads.entries()) {
    const topic = `gateway/${TOPICS[index % TOPICS.length]}`;
    await bench.board.broker("publish", topic, new Uint8Array(payload), index % 2, index % 11 === 0);
    await bench.wait(150);
  }
  await bench.wait(20_000);
  await bench.deliver(pduOf({ text: "still there" }));
  await bench.untilPublished(1, 10_000);
  expect(await bench.published()).toMatchObject([{ text: "still there" }]);
  expect((await bench.told()).length).toBeGreaterThan(10);
  expect(await bench.lostConnections()).toBe(0);
});

it("requests with topics of 2 KB that come while a PUBACK is awaited leave the heap alone, and each is answered", {
  timeout: 120_000,
}, async () => {
  const bench = await secureBench();
  await reportHeap(bench.board, 500, "PERIODIC");
  await bench.start();
  const from = bench.mark();
  await bench.brokerFaults({ withholdPuback: true });
  const pdu = pduOf({ text: "not acknowledged" });
  await bench.deliver(pdu);
  await bench.untilPublished(1, 10_000);
  for (let n = 0; n < TOPICS_COUNT; n++) {
    const topic = `gateway/request/${n}${"x".repeat(2_000)}`;
    await bench.board.broker("publish", topic, new TextEncoder().encode(`{"transaction":"t${n}"}`), 1);
  }
  await bench.wait(5_000);
  await bench.brokerFaults(WELL);
  const answers = () => bench.messagesOn("gateway/response/unknown") as Promise<{ transaction: string }[]>;
  await bench.until(async () => (await answers()).length >= TOPICS_COUNT, 120_000);
  await bench.untilSimIsEmpty(60_000);
  expect((await answers()).map(({ transaction }) => transaction)).toEqual(
    Array.from({ length: TOPICS_COUNT }, (_, n) => `t${n}`),
  );
  const least = Math.min(...reportsOfHeap(bench.board, from).map(({ free }) => free));
  console.log(`with ${TOPICS_COUNT} of them waiting ${least} bytes were free`);
  expect(least).toBeGreaterThan(FREE_BYTES_MIN);
  expect(bench.board.log.filter(({ type }) => type === "boot")).toHaveLength(1);
});

it("a burst of commands of near 2 KB has one end for each, with its own id", { timeout: 60_000 }, async () => {
  const bench = await GatewayBench.started();
  const note = "x".repeat(1_950);
  const ids = Array.from({ length: 12 }, (_, n) => `c${n}`);
  for (const id of ids) await bench.command(`{"id":"${id}","to":"+447700900123","text":"hello","note":"${note}"}`);
  const ends = async () => (await bench.told()).filter(({ state }) => state !== "accepted");
  await bench.until(async () => (await ends()).length >= ids.length, 120_000);
  await bench.wait(20_000);
  const told = await ends();
  expect(told.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(told.filter(({ state }) => state === "sent").length).toBeGreaterThanOrEqual(3);
  expect(await bench.lostConnections()).toBe(0);
});

it("more commands than are kept, while a PUBACK is awaited, do not bring a board with TLS down, and each is answered", {
  timeout: 120_000,
}, async () => {
  const bench = await secureBench();
  await bench.start();
  await bench.brokerFaults({ withholdPuback: true });
  await bench.deliver(pduOf({ text: "not acknowledged" }));
  await bench.untilPublished(1, 10_000);
  for (let n = 0; n < 104; n++) {
    const id = String(n).padStart(64, "i");
    await bench.command(`{"id":"${id}","to":"+447700900123","text":"${"x".repeat(n < 4 ? 1_900 : 900)}"}`);
  }
  await bench.wait(5_000);
  await bench.brokerFaults(WELL);
  const answers = async () => (await bench.told()).filter(({ state }) => /accepted|rejected/.test(state));
  await bench.until(async () => (await answers()).length >= 104, 120_000);
  await bench.untilSimIsEmpty(60_000);
  expect(await answers()).toHaveLength(104);
  expect(bench.board.log.filter(({ type }) => type === "boot")).toHaveLength(1);
});
