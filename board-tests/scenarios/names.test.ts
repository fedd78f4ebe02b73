// The broker's name: every way in which name servers fail is bounded in time, told apart, and ends when they are well. The
// board's own resolver, which blocks, is never asked (facts 10, 11 and 30 of the network's faults).
import { describe, expect, it } from "vitest";
import { defaultSettings, EMBEDDED_HOST } from "../control/sim-settings.ts";
import type { BrokerReport } from "../models/mqtt-broker/broker.ts";
import { NO_DNS_FAULTS } from "../models/network/dns-server.ts";
import { type InternetChange, type InternetReport, NAME_SERVERS } from "../models/network/internet.ts";
import type { BoardOptions } from "../virtual-board/board.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";

const NAME = "broker.example";
const PDU = pduOf({ text: "hello" });
/** Two name servers, three questions of 1.5 s to each. */
const ALL_SERVERS_MS = 9_000;
/** The longest back-off is 30 s; an attempt to connect takes 8 s. */
const RECOVERY_MS_MAX = 60_000;
/** What differs from one look to the next: log, display. */
const HEAP_PLAY_BYTES = 1_000;

async function benchWith(settings: object = {}, options: Partial<BoardOptions> = {}): Promise<GatewayBench> {
  const bench = await GatewayBench.make({
    settings: { ...defaultSettings(), broker_host: NAME, ntp_server: "", ...settings },
    ...options,
  });
  // The broker is at one address, and nowhere else.
  await bench.board.tell({ do: "hosts", addresses: [EMBEDDED_HOST, ...NAME_SERVERS] });
  return bench;
}

function internet(bench: GatewayBench, change: InternetChange = {}): Promise<InternetReport> {
  return bench.board.tell({ do: "internet", change }) as Promise<InternetReport>;
}

async function freeHeap(bench: GatewayBench): Promise<number> {
  await bench.wait(65_000);
  const { retained } = (await bench.board.broker("report")) as BrokerReport;
  const state = retained.find(({ topic }) => topic === "gateway/state");
  return JSON.parse(new TextDecoder().decode(state?.payload)).heap_free;
}

/** What the board's own resolver was asked: it must be nothing. */
function blockingQuestions(bench: GatewayBench): number {
  return bench.board.log.filter((event) => event.type === "socket" && event.operation === "resolve").length;
}

describe("a broker that has a name", () => {
  // Fault 11.
  it("is found, and the board's resolver, which blocks, is not asked", async () => {
    const bench = await benchWith();
    await bench.preload(PDU);
    await bench.start();
    await bench.untilSimIsEmpty();
    expect((await internet(bench)).names[0]).toEqual([`${NAME} A`]);
    expect(blockingQuestions(bench)).toBe(0);
    expect((await bench.board.state()).sockets).toEqual({ tcp: 1, udp: 0 });
  });

  it("has an IPv6 address only: that is used where the network gives the board one", async () => {
    const address = "2001:db8:0:0:0:0:0:10";
    const addresses6 = ["FE80::1", "2001:DB8::2"];
    const bench = await benchWith({}, { wifi: { addresses6 } });
    await bench.board.tell({ do: "hosts", addresses: [address] });
    await internet(bench, { names: { [NAME]: { aaaa: [address] } } });
    await bench.start();
    expect((await internet(bench)).names[0]).toEqual([`${NAME} A`, `${NAME} AAAA`]);
  });

  it("is asked for at the servers of the settings, not at the router", async () => {
    const bench = await benchWith({ dns_servers: [NAME_SERVERS[1]] });
    await internet(bench, { dns: { rcode: 3 }, dnsServer: 0 });
    await bench.start();
    expect((await internet(bench)).names).toEqual([[], [`${NAME} A`]]);
  });

  it("is asked for at the second server when the first is dead", async () => {
    const bench = await benchWith({ dns_servers: [...NAME_SERVERS] });
    await internet(bench, { dns: { silent: true }, dnsServer: 0 });
    await bench.start();
    expect((await internet(bench)).names[1]).toHaveLength(1);
  });
});

/** Each way to fail, what the log and the display say, and how long that takes. */
const FAILURES: readonly [name: string, change: InternetChange, state: string, shown: string, limitMs: number][] = [
  ["that does not exist (NXDOMAIN)", { dns: { rcode: 3 } }, "unknown-name", "Broker unknown", 1_000],
  ["that servers fail to find (SERVFAIL)", { dns: { rcode: 2 } }, "dns-failed", "Broker DNS fails", 1_000],
  ["that servers refuse to look for (REFUSED)", { dns: { rcode: 5 } }, "dns-failed", "Broker DNS fails", 1_000],
  ["to which nobody answers", { dns: { silent: true } }, "no-dns", "Broker no DNS", ALL_SERVERS_MS],
  ["to which somebody else answers", { dns: { wrongSource: true } }, "no-dns", "Broker no DNS", ALL_SERVERS_MS],
  ["of which the answer has a wrong id", { dns: { wrongId: true } }, "no-dns", "Broker no DNS", ALL_SERVERS_MS],
  ["of which the answer is to another", { dns: { wrongQuestion: true } }, "no-dns", "Broker no DNS", ALL_SERVERS_MS],
  ["of which the answer is truncated", { dns: { truncated: true } }, "dns-failed", "Broker DNS fails", 1_000],
  ["of which the answer ends too soon", { dns: { cut: true } }, "dns-failed", "Broker DNS fails", 1_000],
  [
    "that has an IPv6 address only",
    { names: { [NAME]: { aaaa: ["2001:db8:0:0:0:0:0:1"] } } },
    "ipv6-only",
    "Broker IPv6 only",
    1_000,
  ],
];

const WELL: InternetChange = { dns: NO_DNS_FAULTS, names: { [NAME]: { a: [EMBEDDED_HOST] } } };

describe("a name", () => {
  // Fault 10.
  it.each(FAILURES)("%s is said to be so, and used when it can be", async (_name, change, state, shown, limitMs) => {
    const bench = await benchWith({ dns_servers: [...NAME_SERVERS] });
    await internet(bench, change);
    await bench.preload(PDU);
    await bench.board.powerOn();
    const isUp = (text: string) => text.includes("wifi: up");
    const up = await bench.board.runUntilEvent(
      ({ type, ...event }) => type === "stdout" && isUp(JSON.stringify(event)),
      30_000,
    );
    const isTold = (text: string) => text.includes(`broker: ${state}`);
    const told = await bench.board.runUntilEvent(
      (event) => event.type === "stdout" && isTold(event.text),
      30_000,
      bench.board.log.indexOf(up),
    );
    expect(told.atMs - up.atMs).toBeLessThan(limitMs + 500);
    await bench.wait(2_000);
    expect(await bench.displayed()).toContain(shown);
    await internet(bench, WELL);
    await bench.untilSimIsEmpty(RECOVERY_MS_MAX);
    expect(await bench.publishedIds()).toEqual([idOf(PDU)]);
    expect(blockingQuestions(bench)).toBe(0);
  });

  it("whose answer points in a circle does no harm", async () => {
    const bench = await benchWith();
    await internet(bench, { dns: { pointerLoop: true } });
    await bench.start();
  });

  // Fault 10.
  it("whose servers are dead: the broker is found where it was before", async () => {
    const bench = await benchWith();
    await bench.start();
    await internet(bench, { dns: { silent: true } });
    await bench.dropConnections();
    await bench.brokerFaults({ away: true });
    await bench.wait(60_000);
    await bench.brokerFaults({ away: false });
    await bench.deliver(PDU);
    await bench.untilSimIsEmpty(RECOVERY_MS_MAX);
    expect(await bench.status()).toBe("online");
  });

  // Fault 30.
  it("that a portal of the network answers with an address of its own is asked for again", async () => {
    const bench = await benchWith();
    await internet(bench, { names: { [NAME]: { a: ["10.0.0.9"] } } });
    await bench.preload(PDU);
    await bench.board.powerOn();
    await bench.wait(60_000);
    expect(await bench.slots()).toEqual([PDU]);
    await internet(bench, WELL);
    await bench.untilSimIsEmpty(RECOVERY_MS_MAX);
  });

  it("that moves to another address is found there", async () => {
    const bench = await benchWith();
    await bench.start();
    await internet(bench, { names: { [NAME]: { a: ["10.0.0.77"] } } });
    await bench.board.tell({ do: "hosts", addresses: ["10.0.0.77"] });
    await bench.dropConnections();
    await bench.deliver(PDU);
    await bench.untilSimIsEmpty(RECOVERY_MS_MAX);
  });

  it("is asked for without keeping the modem waiting", async () => {
    const bench = await benchWith({ dns_servers: [...NAME_SERVERS] });
    await internet(bench, { dns: { silent: true } });
    const pdus = numberedPdus(3);
    await bench.board.powerOn();
    await bench.untilListing(0);
    await bench.wait(1_000);
    const from = bench.mark();
    await bench.deliver(pdus[0] ?? "");
    await bench.wait(600);
    expect(bench.sent(from).some((command) => command.startsWith("AT+CMGR"))).toBe(true);
    const { watchdog } = await bench.board.state();
    expect(watchdog?.longestGapMs).toBeLessThan(100);
  });

  it("that is asked for again and again leaves the heap as it was", { timeout: 60_000 }, async () => {
    const bench = await benchWith();
    await bench.start();
    const round = async () => {
      await bench.brokerFaults({ away: true });
      await bench.wait(3_000);
      await bench.brokerFaults({ away: false });
      await bench.until(async () => (await bench.status()) === "online", RECOVERY_MS_MAX);
      await bench.wait(15_000);
    };
    await round();
    const before = await freeHeap(bench);
    for (let n = 0; n < 8; n++) await round();
    const after = await freeHeap(bench);
    console.log(`free: ${before} before, ${after} after eight more questions`);
    expect(before - after).toBeLessThan(HEAP_PLAY_BYTES);
    expect((await internet(bench)).names[0]?.length).toBeGreaterThanOrEqual(9);
  });
});
