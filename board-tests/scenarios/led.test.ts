// What the LED tells, read as a person reads it: how often it blinks before each pause.
import { describe, expect, it } from "vitest";
import type { LedChange } from "../models/led.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

/** Dark for so long ends a number. */
const PAUSE_MS = 1_000;
/** Lit for so long is a message. */
const FLASH_MS = 1_000;
/** As long as some numbers take. */
const WATCH_MS = 20_000;

async function changes(bench: GatewayBench, sinceMs = 0): Promise<LedChange[]> {
  return (await bench.board.report()).ledChanges.filter(({ atMs }) => atMs >= sinceMs);
}

/** The numbers that are told from now on; the first and the last one may be cut. */
async function numbersFrom(bench: GatewayBench): Promise<number[]> {
  const { nowMs } = await bench.board.state();
  await bench.board.advance(WATCH_MS);
  const numbers: number[] = [];
  let count = 0;
  let darkSince = Number.POSITIVE_INFINITY;
  for (const { atMs, lit } of await changes(bench, nowMs)) {
    if (lit && atMs - darkSince >= PAUSE_MS) {
      numbers.push(count);
      count = 0;
    }
    if (lit) count++;
    else darkSince = atMs;
  }
  return numbers.slice(1);
}

describe("the LED", () => {
  it("blinks once while all is well, three times without Wi-Fi", async () => {
    const bench = await GatewayBench.started();
    expect(new Set(await numbersFrom(bench))).toEqual(new Set([1]));
    await bench.board.tell({ do: "wifi-link", up: false });
    await bench.board.advance(10_000);
    expect(new Set(await numbersFrom(bench))).toEqual(new Set([3]));
  });

  it("blinks twice when the broker refuses", async () => {
    const bench = await GatewayBench.make();
    await bench.brokerFaults({ refuseCode: 4 });
    await bench.board.powerOn();
    await bench.board.advance(20_000);
    expect(new Set(await numbersFrom(bench))).toEqual(new Set([2]));
  });

  it("blinks four times for a modem that is silent, five times without a SIM", async () => {
    const silent = await GatewayBench.make();
    await silent.board.hardware({ do: "modem-mute", muted: true });
    await silent.board.powerOn();
    await silent.board.advance(15_000);
    expect(new Set(await numbersFrom(silent))).toEqual(new Set([4]));
    const empty = await GatewayBench.make();
    await empty.board.hardware({ do: "modem-sim", present: false });
    await empty.board.powerOn();
    await empty.board.advance(30_000);
    expect(new Set(await numbersFrom(empty))).toEqual(new Set([5]));
  });

  it("blinks fast without usable settings", async () => {
    const bench = await GatewayBench.make({ settings: { version: 1 } });
    await bench.board.powerOn();
    await bench.board.advance(10_000);
    const seen = (await changes(bench)).slice(-20);
    const gaps = seen.slice(1).map(({ atMs }, index) => atMs - (seen[index]?.atMs ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(200);
  });

  it("flashes for a message", async () => {
    const bench = await GatewayBench.started();
    await bench.deliver(pduOf({ text: "hello" }));
    const { nowMs } = await bench.board.state();
    await bench.untilSimIsEmpty();
    await bench.board.advance(5_000);
    const seen = await changes(bench, nowMs);
    const lit = seen.filter(
      ({ lit }, index) => lit && (seen[index + 1]?.atMs ?? 0) - (seen[index]?.atMs ?? 0) > FLASH_MS,
    );
    expect(lit).toHaveLength(1);
  });

  it("waits for the radio: the chip that it hangs on takes long to start", async () => {
    const bench = await GatewayBench.started();
    expect((await bench.board.state()).watchdog?.longestGapMs).toBeLessThan(100);
  });
});
