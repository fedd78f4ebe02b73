// The rest of machine, and time and os: clock, watchdog, reset, timers, registers that survive a reset, flash figures.
import type { BridgeFunctions } from "./bridge.ts";
import type { Scheduled, SimClock } from "./clock.ts";
import type { Flash } from "./flash.ts";
import { BLOCKS } from "./flash-space.ts";
import { WATCHDOG_MS_MAX, type Watchdog } from "./watchdog.ts";

const TICKS_MASK = 0x3fffffff;

/** Registers of the watchdog that a reset leaves alone (RP2040 datasheet, 4.7.6: SCRATCH0 to SCRATCH7). */
export const SCRATCH_REGISTERS = 8;

export interface SystemParts {
  clock: SimClock;
  watchdog: Watchdog;
  flash: Flash;
  scratch: Uint32Array;
  resetCause: number;
  uniqueId: string;
  micropython: { release: string; machine: string };
  random: () => number;
  /** Milliseconds since the board started. */
  uptimeMs(): number;
  /** Milliseconds since 1970, by the board's clock of the day. */
  timeMs(): number;
  /** Moves the board's clock of the day to `ms` since 1970. */
  setTimeMs(ms: number): void;
  /** True once after Ctrl-C: whatever sleeps returns, and Python raises KeyboardInterrupt. */
  interrupted(): boolean;
  reset(reason: "reset" | "soft-reset"): void;
  /** Calls the Python function that the shim keeps under this number. */
  callPython(timer: number): void;
}

export function systemFunctions(parts: SystemParts): BridgeFunctions {
  const { clock, watchdog, flash, scratch } = parts;
  const sleep = (ms: number) => {
    clock.wait(clock.now() + Math.max(0, ms), () => parts.interrupted());
    return null;
  };
  return {
    ticks_us: () => {
      clock.look();
      return Math.floor(parts.uptimeMs() * 1000) & TICKS_MASK;
    },
    // Whole seconds: a float of 32 bits would not hold them.
    time: () => Math.floor(parts.timeMs() / 1000),
    sleep: (seconds: number) => sleep(seconds * 1000),
    sleep_ms: (ms: number) => sleep(ms),
    sleep_us: (us: number) => sleep(us / 1000),
    /** Waits until something may have happened, `ms` at most; below 0 without end. */
    idle: (ms: number) => {
      clock.waitForEvent(ms < 0 ? Number.POSITIVE_INFINITY : clock.now() + ms); // Ctrl-C is such an event
      return null;
    },
    set_time: (seconds: number) => {
      parts.setTimeMs(seconds * 1000);
      return null;
    },
    /** False for a time-out that the RP2040 cannot. */
    wdt_start: (ms: number) => {
      const possible = ms >= 1 && ms <= WATCHDOG_MS_MAX;
      if (possible) watchdog.start(ms);
      return possible;
    },
    wdt_feed: () => {
      clock.look();
      watchdog.feed();
      return null;
    },
    reset: () => {
      parts.reset("reset");
      return null;
    },
    soft_reset: () => {
      parts.reset("soft-reset");
      return null;
    },
    reset_cause: () => parts.resetCause,
    unique_id: () => parts.uniqueId,
    micropython_release: () => parts.micropython.release,
    micropython_machine: () => parts.micropython.machine,
    random_byte: () => parts.random() & 0xff,
    /** Halves, because a number that crosses has 31 bits. */
    scratch_get: (index: number, high: number) => ((scratch[index] ?? 0) >>> (high ? 16 : 0)) & 0xffff,
    scratch_set: (index: number, high: number, low: number) => {
      scratch[index] = ((high << 16) | low) >>> 0;
      return null;
    },
    flash_free_blocks: () => flash.freeBlocks(),
    flash_blocks: () => BLOCKS,
    ...timerFunctions(clock, parts.callPython),
  };
}

function timerFunctions(clock: SimClock, callPython: (timer: number) => void): BridgeFunctions {
  const scheduled = new Map<number, Scheduled>();
  let made = 0;
  const arm = (timer: number, ms: number, periodic: boolean) => {
    const event = clock.in(ms, () => {
      if (periodic) arm(timer, ms, true);
      callPython(timer);
    });
    scheduled.set(timer, event);
  };
  return {
    timer_start: (ms: number, periodic: number) => {
      arm(++made, ms, periodic === 1);
      return made;
    },
    timer_stop: (timer: number) => {
      const event = scheduled.get(timer);
      if (event) clock.cancel(event);
      scheduled.delete(timer);
      return null;
    },
  };
}
