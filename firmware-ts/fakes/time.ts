// Stand-in for MicroPython's time module: virtual time, whose ticks begin again soon after the start.
import { world } from "./world.ts";

const PERIOD = 2 ** 30;
/** A minute before the ticks begin again: every test of more than a minute sees it. */
const FIRST_TICKS = PERIOD - 60_000;

export function ticks_ms(): number {
  return (FIRST_TICKS + Math.floor(world.now)) % PERIOD;
}

export function ticks_diff(end: number, start: number): number {
  const half = PERIOD / 2;
  return ((end - start + half + PERIOD) % PERIOD) - half;
}

export function sleep_ms(ms: number): void {
  world.advance(ms);
}

void ({ ticks_ms, ticks_diff, sleep_ms } satisfies typeof import("time"));
