// What a broker must never send, and sends all the same: the gateway takes no lie for an acknowledgement, loses nothing, and
// goes on. The numbers are those of the list of faults that the gateway is held against.
import { describe, expect, it } from "vitest";
import { type BrokerFaults, WELL } from "../models/mqtt-broker/faults.ts";
import { publish } from "../models/mqtt-broker/packets.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";

const encoder = new TextEncoder();
const STRANGER = { topic: "gateway/sms/send", retain: false, dup: false } as const;

/** Packets that nobody asked for, or that there are not [MQTT-2.2.1]. */
const STRAYS: Record<string, Uint8Array> = {
  "a PUBACK of no message": Uint8Array.of(0x40, 2, 0x12, 0x34),
  "a SUBACK of no subscription": Uint8Array.of(0x90, 3, 0x12, 0x34, 1),
  "a PINGRESP": Uint8Array.of(0xd0, 0),
  "a second CONNACK": Uint8Array.of(0x20, 2, 0, 0),
  "packets of types that there are not": Uint8Array.of(0x00, 0, 0xf0, 3, 0x40, 2, 0),
  "what only a client sends": Uint8Array.of(0x82, 6, 0, 1, 0, 1, 0x61, 0),
  "PUBREL, UNSUBACK and a long PINGRESP": Uint8Array.of(0x62, 2, 0, 1, 0xb0, 2, 0, 1, 0xd0, 2, 0x40, 2),
};

/** What makes no sense: the connection is closed [MQTT-4.8.0-1], and made again. */
const NONSENSE: Record<string, Uint8Array> = {
  "a length without an end": Uint8Array.of(0x30, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01),
  "a topic longer than its packet": Uint8Array.of(0x32, 5, 0x40, 0, 0x61, 0, 1),
  "a message without room for its identifier": Uint8Array.of(0x32, 3, 0, 1, 0x61),
  "a message that is shorter than a topic's length": Uint8Array.of(0x30, 1, 0),
};

/** What is told on sms/sent, and on response/unknown. */
const TOO_LARGE = { id: null, state: "rejected", error: { code: "too_large" } };
const UNKNOWN = { status: "error", error: { code: "unknown" } };

/** What the history of commands, and whatever was loaded for the first time, may leave. */
const LEFT_BYTES_MAX = 2_000;

async function heapFree(bench: GatewayBench): Promise<number> {
  const states = (await bench.messagesOn("gateway/state")) as { heap_free: number }[];
  return states.at(-1)?.heap_free ?? 0;
}

async function delivered(bench: GatewayBench, text: string, limitMs: number): Promise<string> {
  const pdu = pduOf({ text });
  await bench.deliver(pdu);
  await bench.untilSimIsEmpty(limitMs);
  expect(await bench.publishedIds()).toContain(idOf(pdu));
  return pdu;
}

describe("an acknowledgement", () => {
  // Fault 3.
  it.each(["stranger", "zero"] as const)("of a %s is none", async (pubackFor) => {
    const bench = await GatewayBench.started();
    const [pdu = ""] = numberedPdus(1);
    await bench.brokerFaults({ pubackFor });
    await bench.deliver(pdu);
    await bench.wait(30_000);
    expect(await bench.slots()).toEqual([pdu]);
    expect(bench.deletions()).toEqual([]);
    await bench.brokerFaults(WELL);
    await bench.untilSimIsEmpty(60_000);
    expect(new Set(await bench.publishedIds())).toEqual(new Set([idOf(pdu)]));
  });

  // Fault 2: the connection that it belongs to has been given up.
  it("that comes too late is none, and harms no later one", async () => {
    const bench = await GatewayBench.started();
    const [pdu = ""] = numberedPdus(1);
    await bench.brokerFaults({ pubackDelayMs: 6_500 });
    await bench.deliver(pdu);
    await bench.wait(20_000);
    expect(await bench.slots()).toEqual([pdu]);
    await bench.brokerFaults(WELL);
    await bench.untilSimIsEmpty(60_000);
    const repeats = (await bench.publishedIds()).length - 1;
    expect(repeats).toBeLessThanOrEqual(await bench.lostConnections());
  });

  it("that comes twice counts once", async () => {
    const bench = await GatewayBench.started();
    await bench.brokerFaults({ repeats: true });
    const pdus = numberedPdus(3);
    for (const pdu of pdus) await bench.deliver(pdu);
    await bench.untilSimIsEmpty(20_000);
    expect(await bench.publishedIds()).toEqual(pdus.map((pdu) => idOf(pdu)));
    expect(await bench.lostConnections()).toBe(0);
  });
});

describe("packets that nobody asked for", () => {
  // Fault 14.
  it.each(Object.entries(STRAYS))("%s: are passed over, in idle times and before each answer", async (_case, stray) => {
    const bench = await GatewayBench.make();
    await bench.brokerFaults({ stray });
    await bench.start();
    await bench.board.broker("inject", stray);
    await bench.wait(500);
    await delivered(bench, "all the same", 10_000);
    expect(await bench.lostConnections()).toBe(0);
  });

  it("as a message of QoS 2: is passed over", async () => {
    const bench = await GatewayBench.started();
    const packet = publish({ ...STRANGER, payload: encoder.encode("{}"), qos: 1, packetId: 7 });
    packet[0] = 0x34;
    await bench.board.broker("inject", packet);
    await bench.wait(500);
    await delivered(bench, "all the same", 10_000);
    expect(await bench.told()).toEqual([]);
    expect(await bench.lostConnections()).toBe(0);
  });
});

describe("packets that make no sense", () => {
  // Fault 16, and what else contradicts itself.
  it.each(Object.entries(NONSENSE))("%s: end the connection, and nothing is lost", async (_case, packet) => {
    const bench = await GatewayBench.started();
    await bench.board.broker("inject", packet);
    await bench.wait(500);
    expect(await bench.lostConnections()).toBe(1);
    await delivered(bench, "on the next connection", 15_000);
  });

  it("again and again: make the gateway come back more and more slowly, and it says why", async () => {
    const bench = await GatewayBench.make();
    await bench.brokerFaults({ stray: NONSENSE["a length without an end"] ?? null });
    await bench.turnOn();
    await bench.wait(120_000);
    const attempts = (await bench.brokerEvents()).filter(({ type }) => type === "connected");
    expect(attempts.length).toBeLessThanOrEqual(8);
    // It is at the first topic each time.
    expect(await bench.displayed()).toContain("Broker ends it");
  });
});

describe("a message for the gateway", () => {
  // Fault 15.
  it("of 200 KB is read past, answered as too large, and harms nothing", async () => {
    const bench = await GatewayBench.started();
    await bench.command(`{"text":"${"x".repeat(200_000)}"}`);
    await bench.wait(8_000);
    expect((await bench.told()).map(({ id, error }) => [id, (error as { code: string }).code])).toEqual([
      [null, "too_large"],
    ]);
    expect(await bench.lostConnections()).toBe(0);
    await delivered(bench, "after it", 10_000);
  });

  // Fault 17.
  it.each<[string, string, Uint8Array, object[], object[]]>([
    ["without a payload", "gateway/sms/send", new Uint8Array(0), [], []],
    ["that is no UTF-8", "gateway/sms/send", Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d), [TOO_LARGE], []],
    ["without a topic", "", encoder.encode("{}"), [], [UNKNOWN]],
    ["with a topic of 2,000 octets", `gateway/request/${"x".repeat(2_000)}`, encoder.encode("{}"), [], [UNKNOWN]],
    ["with a topic of 9,000 octets", `gateway/request/${"x".repeat(9_000)}`, encoder.encode("{}"), [], [UNKNOWN]],
    ["with a topic that is not the gateway's", "elsewhere/sms/send", encoder.encode("{}"), [], []],
  ])("%s is answered or passed over, and the gateway goes on", async (_case, topic, payload, told, answered) => {
    const bench = await GatewayBench.started();
    await bench.board.broker("inject", publish({ ...STRANGER, topic, payload, qos: 1, packetId: 9 }));
    await bench.wait(6_000);
    expect(await bench.told()).toMatchObject(told);
    expect(await bench.messagesOn("gateway/response/unknown")).toMatchObject(answered);
    expect(await bench.lostConnections()).toBe(0);
    await delivered(bench, "after it", 10_000);
  });

  // Fault 24.
  it("that the broker has kept is no command", async () => {
    const bench = await GatewayBench.make();
    const payload = encoder.encode('{"id":"old","to":"+447700900123","text":"no"}');
    await bench.board.broker("publish", "gateway/sms/send", payload, 1, true);
    await bench.start();
    await bench.wait(6_000);
    expect(await bench.told()).toMatchObject([{ id: "old", state: "rejected", error: { code: "retained" } }]);
    expect(await bench.submitted()).toEqual([]);
  });

  // Fault 18.
  it("comes five hundred times at once: each is answered once, and the heap is as before", {
    timeout: 60_000,
  }, async () => {
    const bench = await GatewayBench.started();
    const before = await heapFree(bench);
    for (let n = 0; n < 500; n++) await bench.command(`{"id":"c${n}","to":"+447700900123","text":"hello ${n}"}`);
    await bench.wait(5_000);
    await delivered(bench, "in the middle of it", 60_000);
    const answers = async () =>
      (await bench.told()).filter(({ state }) => state === "accepted" || state === "rejected");
    await bench.until(async () => (await answers()).length >= 500, 120_000);
    await bench.wait(90_000);
    const told = await answers();
    expect(told).toHaveLength(500);
    expect(told.filter(({ state }) => state === "accepted").length).toBeLessThanOrEqual(5);
    // As many as are kept have an answer of their own, and none has two.
    const ids = told.flatMap(({ id }) => (id === null ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(40);
    expect(await bench.lostConnections()).toBe(0);
    expect(await heapFree(bench)).toBeGreaterThan(before - LEFT_BYTES_MAX);
  });
});

// Fault 13.
it.each<[string, Partial<BrokerFaults>]>([
  ["octet by octet", { segmentBytes: 1 }],
  ["in segments of three octets", { segmentBytes: 3 }],
  ["one octet each 20 ms", { dripMs: 20 }],
])("packets that come %s are read as ever", async (_case, faults) => {
  const bench = await GatewayBench.make();
  await bench.brokerFaults(faults);
  await bench.start();
  await bench.command('{"id":"one","to":"+447700900123","text":"hello"}');
  await delivered(bench, "all the same", 20_000);
  await bench.until(async () => (await bench.told()).length === 2, 30_000);
  expect((await bench.told()).map(({ state }) => state)).toEqual(["accepted", "sent"]);
  expect(await bench.lostConnections()).toBe(0);
});

// Fault 13.
it("twenty packets in one segment are twenty packets", async () => {
  const bench = await GatewayBench.started();
  const packets = Array.from({ length: 20 }, (_, n) =>
    publish({ ...STRANGER, payload: encoder.encode(`{"id":"n${n}"}`), qos: 1, packetId: n + 1 }),
  );
  await bench.board.broker("inject", Buffer.concat(packets));
  await bench.until(async () => (await bench.told()).length >= 20, 30_000);
  expect((await bench.told()).map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, n) => `n${n}`));
});
