// The way into a running gateway by its USB serial port, whose Ctrl-C is off and whose watchdog runs.
import { describe, expect, it } from "vitest";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";

const MAINTENANCE = '{"cmd":"maintenance"}\n';
/** How long a board stays at its prompt. */
const AT_PROMPT_MS = 120_000;
const SOON_MS = 3_000;
/** Two waits of 500 ms: for the room of a line, and for that of what is left of it. */
const STALL_MS_MAX = 1_000;

const printed = (text: string) => (event: { type: string; text?: string }) =>
  event.type === "stdout" && event.text === text;

describe("a running gateway", () => {
  it("goes to its prompt when it is told to, stays there without a watchdog, and is a gateway again", async () => {
    const bench = await GatewayBench.started();
    const { board } = bench;
    bench.expectEnd();
    expect((await board.state()).watchdog).not.toBeNull();
    const from = board.log.length;
    board.type(MAINTENANCE);
    await board.runUntilEvent(printed('{"ok":"maintenance"}'), SOON_MS, from);
    await board.runUntilEvent(printed('{"maintenance":120}'), SOON_MS, from);
    await board.runUntilEvent((event) => event.type === "prompt", SOON_MS, from);
    expect((await board.state()).watchdog).toBeNull();
    await board.advance(AT_PROMPT_MS / 2);
    board.type("\x01print(6 * 7)\x04");
    await board.runUntil(() => board.stdout.some((line) => line.includes("OK42")), SOON_MS);
    await board.advance(AT_PROMPT_MS / 2);
    const pdu = pduOf({ text: "still there" });
    await bench.deliver(pdu);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
    // A restart of the gateway does not lead to the prompt again.
    expect((await board.state()).watchdog).not.toBeNull();
  });

  // Fault 43.
  it("is not stopped by Ctrl-C, nor by what else is typed", async () => {
    const bench = await GatewayBench.started();
    const { board } = bench;
    const from = board.log.length;
    board.type(`\x03\x03\x01\x04${"x".repeat(5_000)}\nhello\n\n{"cmd": "diagnose"}\r\n`);
    const pdu = pduOf({ text: "meanwhile" });
    await bench.deliver(pdu);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
    await board.advance(SOON_MS);
    const printed = board.log.slice(from).flatMap((event) => (event.type === "stdout" ? [event.text] : []));
    const lines = printed.filter((line) => line.startsWith("{"));
    expect(lines.map((line) => Object.keys(JSON.parse(line))[0])).toEqual(["error", "error", "build"]);
    expect(JSON.parse(lines[2] ?? "")).toMatchObject({ wifi: "up", broker: "up", modem: "ready" });
    expect(board.log.filter((event) => event.type === "boot").length).toBe(1);
  });
});

describe("a computer that has the port open and reads nothing", () => {
  const host = (bench: GatewayBench, which: "reads" | "open") =>
    bench.board.tell({ do: "usb-host", host: which }) as Promise<{ count: number; ms: number }>;

  // Fault 43.
  it("holds the loop up once, until its buffer is full: whatever is said later, messages are published on time", async () => {
    const bench = await GatewayBench.started();
    await host(bench, "open");
    const from = bench.board.nowMs;
    const pdus = numberedPdus(20);
    for (const [at, pdu] of pdus.entries()) {
      // Each is some lines in the log.
      await bench.dropConnections();
      await bench.wait(3_000);
      await bench.deliver(pdu);
      await bench.untilPublished(at + 1, 10_000);
      await bench.wait(2_000);
    }
    await bench.untilSimIsEmpty();
    expect(new Set(await bench.publishedIds())).toEqual(new Set(pdus.map((pdu) => idOf(pdu))));
    const { count, ms } = await host(bench, "open");
    console.log(`${count} writes waited, ${ms} ms of ${Math.round(bench.board.nowMs - from)}`);
    expect(count).toBeGreaterThan(0);
    expect(ms).toBeLessThanOrEqual(STALL_MS_MAX);
    expect((await bench.board.state()).watchdog?.longestGapMs).toBeLessThanOrEqual(STALL_MS_MAX + 100);
    expect((await bench.board.state()).boots).toBe(1);
  });

  it("is told what is said once it reads again, each line a line of its own", async () => {
    const bench = await GatewayBench.started();
    await host(bench, "open");
    for (let n = 0; n < 12; n++) {
      await bench.dropConnections();
      await bench.wait(5_000);
    }
    const from = bench.board.stdout.length;
    await host(bench, "reads");
    await bench.dropConnections();
    await bench.wait(5_000);
    const lines = bench.board.stdout.slice(from);
    const late = lines.filter((line) => /^[IWE] \d+ broker: up/.test(line));
    expect(late.length).toBeGreaterThanOrEqual(2);
    expect(lines.filter((line) => /[^ ].*[IWE] \d+ /.test(line))).toEqual([]);
  });

  it("at a start, and with questions typed, neither hinders the gateway nor has the watchdog bite", async () => {
    const bench = await GatewayBench.make();
    await host(bench, "open");
    await bench.start();
    const asked = '{"cmd":"settings"}\n{"cmd":"log"}\n{"cmd":"diagnose"}\n';
    bench.board.type(asked.repeat(5));
    await bench.wait(10_000);
    const pdu = pduOf({ text: "hello" });
    await bench.deliver(pdu);
    await bench.untilSimIsEmpty();
    const { boots, watchdog } = await bench.board.state();
    expect([boots, await bench.publishedIds()]).toEqual([1, [idOf(pdu)]]);
    expect(watchdog?.longestGapMs).toBeLessThanOrEqual(2 * STALL_MS_MAX);
  });
});

describe("a board without usable settings", () => {
  it("says why, and can be reached the same way", async () => {
    const bench = await GatewayBench.make({ settings: { version: 1, wifi_ssid: "home" } });
    bench.expectEnd();
    const { board } = bench;
    await board.powerOn();
    await board.advance(5_000);
    const from = board.log.length;
    board.type('{"cmd":"diagnose"}\n');
    await board.runUntil(() => board.stdout.some((line) => line.includes('"problems"')), SOON_MS);
    board.type(MAINTENANCE);
    await board.runUntilEvent((event) => event.type === "prompt", SOON_MS, from);
  });
});

describe("a program that crashes as soon as it starts", () => {
  it("can be stopped by Ctrl-C while it says why", async () => {
    const bench = await GatewayBench.make();
    bench.expectEnd();
    const { board } = bench;
    await board.tell({
      do: "flash-write",
      path: "gateway/resident.mpy",
      contents: new TextEncoder().encode("no bytecode"),
    });
    await board.powerOn();
    await board.runUntil(() => board.stdout.some((line) => line.includes("Traceback")), 10_000);
    const from = board.log.length;
    board.type("\x03");
    await board.runUntilEvent((event) => event.type === "prompt", SOON_MS, from);
  });
});
