// The clock port on MicroPython's ticks, which begin again after 12 days: their differences are added up.
import { sleep_ms, ticks_diff, ticks_ms } from "time";
import type { Millis } from "../domain/millis.ts";
import type { Clock } from "../ports/clock.ts";

const LAST_INSTANT = 1099511627775;

export class TicksClock implements Clock {
  private total: Millis = 0;
  private ticks = ticks_ms();

  /** Must be called at least every six days. */
  now(): Millis {
    const ticks = ticks_ms();
    const step = ticks_diff(ticks, this.ticks);
    // Mostly it is the same millisecond; what follows takes as long as all the rest, for its bounds are beyond 2^30.
    if (step === 0) return this.total;
    this.ticks = ticks;
    this.total = Math.max(0, Math.min(this.total + step, LAST_INSTANT));
    return this.total;
  }

  sleep(ms: number): void {
    sleep_ms(ms);
  }
}
