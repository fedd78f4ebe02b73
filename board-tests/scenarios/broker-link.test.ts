// The connection to the broker, when it hangs, breaks or is taken away: it is noticed in time, made again, and nothing is
// lost. The numbers are those of the list of faults that the gateway is held against.
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import type { ReceivedMessage } from "../models/mqtt-broker/broker.ts";
import { WELL } from "../models/mqtt-broker/faults.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, numberedPdus } from "./support/messages.ts";

/** From the last octet that came to the end of the connection: faults 20 and 21. */
const NOTICED_MS_MAX = 35_000;

/** What was said on the console of the broker. */
function brokerLines(bench: GatewayBench, from = 0): string[] {
  const events = bench.board.log.slice(from);
  return events.flatMap((event) =>
    event.type === "stdout" ? (/^[IWE] \d+ (broker: .*)$/.exec(event.text)?.[1] ?? []) : [],
  );
}

async function expectEachOnce(bench: GatewayBench, pdus: readonly string[]): Promise<void> {
  const ids = await bench.publishedIds();
  expect([...new Set(ids)].sort()).toEqual(pdus.map((pdu) => idOf(pdu)).sort());
  expect(ids.length - pdus.length).toBeLessThanOrEqual(await bench.lostConnections());
}

/** In long steps: what takes minutes need not be looked at ten times a second. */
async function untilEmpty(bench: GatewayBench, limitMs: number): Promise<void> {
  for (let waited = 0; waited < limitMs && (await bench.slots()).length > 0; waited += 2_000) await bench.wait(2_000);
  expect(await bench.slots()).toEqual([]);
}

async function warnings(bench: GatewayBench): Promise<string[]> {
  const messages = (await bench.board.broker("messages")) as ReceivedMessage[];
  const states = messages.filter(({ topic }) => topic === "gateway/state");
  return JSON.parse(new TextDecoder().decode(states.at(-1)?.payload)).warnings;
}

describe("a link that is dead and does not say so", () => {
  // Faults 20 and 21.
  it.each([
    ["nothing comes any more", { deaf: true }],
    ["pings are not answered", { withholdPingresp: true }],
  ] as const)("is noticed within 35 s: %s", async (_case, faults) => {
    const bench = await GatewayBench.started();
    await bench.wait(3_000);
    const from = bench.mark();
    await bench.brokerFaults(faults);
    await bench.until(() => brokerLines(bench, from).includes("broker: unreachable"), NOTICED_MS_MAX);
    await bench.brokerFaults(WELL);
    await bench.until(async () => (await bench.status()) === "online", 70_000);
  });

  it("loses nothing of what waits meanwhile", async () => {
    const bench = await GatewayBench.started();
    const pdus = numberedPdus(8);
    await bench.board.tell({ do: "cable", up: false });
    for (const pdu of pdus) await bench.deliver(pdu);
    await bench.wait(60_000);
    expect(await bench.slots()).toEqual(pdus);
    await bench.board.tell({ do: "cable", up: true });
    await bench.untilSimIsEmpty(60_000);
    await expectEachOnce(bench, pdus);
  });

  // Fault 22: what lwIP cannot send blocks for ten seconds, longer than the watchdog's time.
  it("gets no more written into it than a message at a time, whatever waits", async () => {
    const bench = await GatewayBench.started();
    const pdus = numberedPdus(8);
    await bench.brokerFaults({ withholdPuback: true });
    for (const pdu of pdus) await bench.deliver(pdu);
    await bench.wait(60_000);
    // What the broker got, and has not acknowledged; connections after the first do not get beyond their status.
    expect((await bench.publishedIdsByConnection())[0]).toHaveLength(1);
    await bench.brokerFaults(WELL);
    await bench.untilSimIsEmpty(60_000);
    await expectEachOnce(bench, pdus);
  });
});

describe("a broker that", () => {
  // Fault 1.
  it("never acknowledges is given up after 6 s, and gets the message again and again, ever more slowly", async () => {
    const bench = await GatewayBench.started();
    const [pdu = ""] = numberedPdus(1);
    await bench.brokerFaults({ withholdPuback: true });
    await bench.deliver(pdu);
    await bench.wait(40_000);
    const times = (await bench.brokerEvents()).flatMap(({ type, atMs }) => (type === "connected" ? [atMs] : []));
    const pauses = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    expect(pauses.at(-1)).toBeGreaterThan(11_000);
    expect(pauses.at(-1)).toBeLessThan(15_000);
    expect(bench.deletions()).toEqual([]);
    await bench.brokerFaults(WELL);
    await bench.untilSimIsEmpty(60_000);
    await expectEachOnce(bench, [pdu]);
  });

  // Fault 6.
  it.each([
    [1_000, true],
    [2_500, false],
  ])("sends CONNACK an octet each %i ms is waited for 8 s", async (dripMs, isInTime) => {
    const bench = await GatewayBench.make();
    await bench.brokerFaults({ dripMs });
    await bench.turnOn();
    await bench.wait(45_000);
    expect((await bench.status()) === "online").toBe(isInTime);
    await bench.brokerFaults(WELL);
    await bench.until(async () => (await bench.status()) === "online", 70_000);
  });

  // Fault 7.
  it("takes the connection and says nothing is given up after 8 s", async () => {
    const bench = await GatewayBench.make();
    await bench.brokerFaults({ deaf: true });
    await bench.turnOn();
    await bench.until(() => brokerLines(bench).includes("broker: unreachable"), 20_000);
    await bench.brokerFaults(WELL);
    await bench.until(async () => (await bench.status()) === "online", 20_000);
  });

  it("never acknowledges a subscription is tried again", async () => {
    const bench = await GatewayBench.make();
    await bench.brokerFaults({ withholdSuback: true });
    await bench.turnOn();
    await bench.until(() => brokerLines(bench).includes("broker: unreachable"), 20_000);
    await bench.brokerFaults(WELL);
    await bench.until(async () => (await bench.status()) === "online", 40_000);
  });

  it("answers everything just in time never makes the watchdog bite", async () => {
    const bench = await GatewayBench.make();
    const pdus = numberedPdus(2);
    await bench.preload(...pdus);
    await bench.brokerFaults({ segmentBytes: 1, dripMs: 1_100 });
    await bench.turnOn();
    for (let n = 0; n < 8; n++) {
      await bench.wait(15_000);
      await bench.command(`{"id":"one ${n}","to":"+447700900123","text":"hello"}`);
      await bench.board.broker("publish", "gateway/request/signal", new TextEncoder().encode("{}"), 1);
      await bench.board.hardware({ do: "modem-call", from: "+447700900123", rings: 3 });
    }
    expect((await bench.board.state()).boots).toBe(1);
    await bench.brokerFaults(WELL);
    await bench.untilSimIsEmpty(60_000);
    await expectEachOnce(bench, pdus);
  });

  // Fault 25.
  it("takes one message in four seconds, and throws the others away, gets all of them", {
    timeout: 60_000,
  }, async () => {
    const bench = await GatewayBench.started();
    const pdus = numberedPdus(9);
    await bench.brokerFaults({ publishEveryMs: 4_000 });
    for (const pdu of pdus) await bench.deliver(pdu);
    await untilEmpty(bench, 600_000);
    expect(await bench.lostConnections()).toBeGreaterThan(0);
    await expectEachOnce(bench, pdus);
  });

  // Fault 4.
  it("loses the connection after it took a message, before it said so, gets it a second time with the same id", async () => {
    const bench = await GatewayBench.started();
    const [pdu = ""] = numberedPdus(1);
    await bench.brokerFaults({ withholdPuback: true });
    await bench.deliver(pdu);
    await bench.untilPublished(1);
    await bench.brokerFaults(WELL);
    await bench.dropConnections();
    await bench.untilSimIsEmpty(20_000);
    expect(await bench.publishedIds()).toEqual([idOf(pdu), idOf(pdu)]);
    const [first, second] = await bench.received();
    expect([first?.dup, second?.dup]).toEqual([false, false]);
    expect(second?.packetId).not.toBe(first?.packetId);
  });
});

// Fault 19.
describe("somebody else with the same client identifier", () => {
  it("is noticed at the third kick: slowly then, and it is said", async () => {
    const bench = await GatewayBench.make();
    await bench.brokerFaults({ kickAfterMs: 700 });
    await bench.turnOn();
    await bench.wait(40_000);
    expect(brokerLines(bench).at(-1)).toBe("broker: taken-over");
    expect(await bench.displayed()).toEqual(expect.arrayContaining(["Broker ends it", "id used twice?"]));
    const before = (await bench.brokerEvents()).filter(({ type }) => type === "connected").length;
    await bench.wait(65_000);
    const events = (await bench.brokerEvents()).filter(({ type }) => type === "connected");
    expect(events.length - before).toBeLessThanOrEqual(2);
    await bench.brokerFaults(WELL);
    await bench.until(async () => (await bench.status()) === "online", 70_000);
    await bench.wait(15_000);
    expect(await warnings(bench)).toEqual(["client_id_taken"]);
    await bench.wait(130_000);
    expect(await warnings(bench)).toEqual([]);
  });

  it("is not forgotten with the old topics' heartbeat of each minute", async () => {
    const bench = await GatewayBench.make({ settings: { ...defaultSettings(), legacy_topics: true } });
    await bench.brokerFaults({ kickAfterMs: 700 });
    await bench.turnOn();
    await bench.wait(40_000);
    expect(brokerLines(bench).at(-1)).toBe("broker: taken-over");
    const from = bench.mark();
    const connected = async () => (await bench.brokerEvents()).filter(({ type }) => type === "connected").length;
    const before = await connected();
    await bench.wait(240_000);
    expect(brokerLines(bench, from)).not.toContain("broker: unreachable");
    expect((await connected()) - before).toBeLessThanOrEqual(6);
    await bench.brokerFaults(WELL);
    await bench.until(async () => (await bench.status()) === "online", 70_000);
    await bench.wait(70_000);
    expect(await bench.messagesOn("smsgwheartbeat/dongle1")).not.toEqual([]);
    expect(await warnings(bench)).toEqual(["client_id_taken"]);
  });

  it("is noticed at Adafruit IO, too, which is told the status with each connection", async () => {
    const account = { broker_kind: "adafruit-io", broker_user: "home", broker_password: "correct horse" };
    const bench = await GatewayBench.make({ settings: { ...defaultSettings(), ...account } });
    await bench.brokerFaults({ kickAfterMs: 700 });
    await bench.turnOn();
    await bench.wait(40_000);
    const messages = (await bench.board.broker("messages")) as ReceivedMessage[];
    expect(messages.map(({ topic }) => topic)).toContain("home/feeds/gateway.status");
    expect(brokerLines(bench).at(-1)).toBe("broker: taken-over");
    const connected = (await bench.brokerEvents()).filter(({ type }) => type === "connected");
    expect(connected.length).toBeLessThanOrEqual(3);
  });

  it("keeps no message back: each connection takes what it can", async () => {
    const bench = await GatewayBench.make();
    const pdus = numberedPdus(20);
    await bench.preload(...pdus);
    await bench.brokerFaults({ kickAfterMs: 700 });
    await bench.turnOn();
    await bench.untilSimIsEmpty(180_000);
    await expectEachOnce(bench, pdus);
  });
});

describe("a broker that does not allow to subscribe", () => {
  it("gets messages all the same; the console says why no command comes, until it allows it", async () => {
    const bench = await GatewayBench.make();
    await bench.brokerFaults({ refuseSubscriptions: true });
    await bench.start();
    expect(brokerLines(bench)).toContain("broker: no subscription to gateway/sms/send");
    const pdus = numberedPdus(2);
    for (const pdu of pdus) await bench.deliver(pdu);
    await bench.untilSimIsEmpty(30_000);
    await expectEachOnce(bench, pdus);
    await bench.command('{"id":"one","to":"+447700900123","text":"hello"}');
    await bench.wait(15_000);
    expect(await bench.told()).toEqual([]);
    const from = bench.mark();
    await bench.brokerFaults(WELL);
    await bench.dropConnections();
    await bench.wait(20_000);
    expect(brokerLines(bench, from).at(-1)).toBe("broker: up, not encrypted");
    await bench.command('{"id":"two","to":"+447700900123","text":"hello"}');
    await bench.until(async () => (await bench.told()).length > 0, 10_000);
    expect(await bench.told()).toMatchObject([{ id: "two" }]);
  });
});

// Fault 23.
it("packet identifiers begin again at 1, and none is 0", { timeout: 60_000 }, async () => {
  const bench = await GatewayBench.make();
  const patch = `import umqtt.simple as u
class Client(u.MQTTClient):
    def __init__(self, *a):
        super().__init__(*a)
        self.pid = 65525
u.MQTTClient = Client
`;
  await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(patch) });
  await bench.start();
  const pdus = numberedPdus(20);
  for (const pdu of pdus) await bench.deliver(pdu);
  await bench.untilSimIsEmpty(60_000);
  await expectEachOnce(bench, pdus);
  const identifiers = (await bench.received()).map(({ packetId }) => packetId);
  expect(identifiers.filter((each) => each > 65_000).length).toBeGreaterThan(2);
  expect(identifiers.filter((each) => each < 100).length).toBeGreaterThan(2);
  expect(identifiers).not.toContain(0);
  expect(new Set(identifiers).size).toBe(20);
});

// Fault 12: all offsets are in broker.long.test.ts.
it("a reset within any packet loses nothing", { timeout: 60_000 }, async () => {
  const bench = await GatewayBench.started();
  const pdus = numberedPdus(24);
  for (const [n, pdu] of pdus.entries()) {
    await bench.dropConnections();
    await bench.brokerFaults(n % 4 === 3 ? { resetAfterSent: 1 + n } : { resetAfterReceived: 1 + n * 37 });
    await bench.deliver(pdu);
    await bench.untilSimIsEmpty(60_000);
  }
  await expectEachOnce(bench, pdus);
});
