// Whatever somebody publishes for the gateway: it is answered or ignored, and the gateway goes on.
import fc from "fast-check";
import { expect, it } from "vitest";
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
