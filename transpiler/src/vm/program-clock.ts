// Time for a program that runs alone on the VM: real, or virtual, where sleeping costs nothing.

/** MicroPython's ticks wrap at 2^30 (MICROPY_PY_TIME_TICKS_PERIOD of the 32-bit ports). */
const TICKS_MASK = 0x3fffffff;

/** In virtual time each look at the clock costs this, so that a loop which waits by looking comes to its end. */
const LOOK_MS = 0.02;

/** A board without a network starts at 2021-01-01 00:00:00 UTC (ports/rp2/main.c sets its RTC so). */
const VIRTUAL_START_MS = Date.UTC(2021, 0, 1);

export class ProgramClock {
  private readonly sleeper = new Int32Array(new SharedArrayBuffer(4));
  private readonly startedAt = performance.now();
  private virtualMs = 0;

  constructor(private readonly kind: "virtual" | "real") {}

  /** Milliseconds since the program's start, with fractions. */
  now(): number {
    return this.kind === "virtual" ? this.virtualMs : performance.now() - this.startedAt;
  }

  ticksMs(): number {
    this.virtualMs += LOOK_MS;
    return this.now();
  }

  /** Milliseconds since 1970; virtual time starts where a board without a network starts. */
  timeMs(): number {
    return this.kind === "virtual" ? VIRTUAL_START_MS + this.virtualMs : Date.now();
  }

  sleep(ms: number): void {
    if (!(ms > 0)) return;
    if (this.kind === "virtual") this.virtualMs += ms;
    else Atomics.wait(this.sleeper, 0, 0, ms);
  }

  /** What replaces the functions of Python's time module. */
  pythonFunctions(): Record<string, (value: number) => number | null> {
    const sleep = (ms: number) => {
      this.sleep(ms);
      return null;
    };
    return {
      ticks_ms: () => Math.floor(this.ticksMs()) & TICKS_MASK,
      ticks_us: () => Math.floor(this.ticksMs() * 1000) % (TICKS_MASK + 1),
      // Whole seconds, as on the board: a float of 32 bits would not hold them.
      time: () => Math.floor(this.timeMs() / 1000),
      sleep: (seconds) => sleep(seconds * 1000),
      sleep_ms: sleep,
      sleep_us: (us) => sleep(us / 1000),
    };
  }
}
