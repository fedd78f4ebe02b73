// machine.WDT: once started it bites unless it is fed, and nothing stops it but a reset.
import type { Clock, Scheduled } from "./clock.ts";

/** The RP2040's longest time-out, in ms (RP2040 datasheet 4.7.6; ports/rp2/machine_wdt.c). */
export const WATCHDOG_MS_MAX = 8388;

export class Watchdog {
  timeoutMs = 0;
  /** The longest time between two feedings, in ms. */
  longestGapMs = 0;
  private fedAtMs = 0;
  private bite: Scheduled | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly onBite: () => void,
    private readonly onFed: (atMs: number) => void = () => {},
  ) {}

  start(timeoutMs: number): void {
    this.timeoutMs = timeoutMs;
    this.fedAtMs = this.clock.now();
    this.feed();
  }

  feed(): void {
    if (this.timeoutMs === 0) return;
    const now = this.clock.now();
    this.longestGapMs = Math.max(this.longestGapMs, now - this.fedAtMs);
    this.fedAtMs = now;
    this.onFed(now);
    // Feeding is frequent and biting is not: one event stands, and looks when it is due whether it was fed.
    this.bite ??= this.clock.at(now + this.timeoutMs, () => this.check());
  }

  stop(): void {
    if (this.bite) this.clock.cancel(this.bite);
    this.bite = undefined;
    this.timeoutMs = 0;
  }

  private check(): void {
    this.bite = undefined;
    const dueMs = this.fedAtMs + this.timeoutMs;
    if (dueMs > this.clock.now()) this.bite = this.clock.at(dueMs, () => this.check());
    else this.onBite();
  }
}
