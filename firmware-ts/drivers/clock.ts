// The clock port on MicroPython's ticks, which begin again after 12 days: their differences are added up.
import { sleep_ms, ticks_diff, ticks_ms } from "time";
import type { Millis } from "../domain/millis.ts";
import type { Clock } from "../ports/clock.ts";

/** 30 years: then it stands still. */
const LAST_INSTANT = 1098974756864;

export class TicksClock implements Clock {
  private total: Millis = 0;
  private ticks = ticks_ms();

  /** Must be called at least every six days. */
  now(): Millis {
    const ticks = ticks_ms();
    const step = ticks_diff(ticks, this.ticks);
    if (step <= 0 || this.total > LAST_INSTANT) return this.total;
    this.ticks = ticks;
    this.total += step;
    return this.total;
  }

  sleep(ms: number): void {
    sleep_ms(ms);
  }
}
