// What the display tells, told by the LED: so many short blinks, a pause; and one long flash for a message.
import type { Millis } from "../domain/millis.ts";
import { FAST } from "../domain/screens/glance.ts";
import type { Led } from "../ports/led.ts";

const BLINK_MS = 150;
/** Between the blinks of one number. */
const GAP_MS = 250;
const PAUSE_MS = 2500;
const FAST_MS = 100;
const FLASH_MS = 1500;

export class SignalLight {
  /** How often it blinks, from the next pause on; 0 before anything is known: then nothing is done with the LED. */
  blinks: int<0, 9> = 0;
  private left = 0;
  private isLit = false;
  private since: Millis = 0;
  /** It stays as it is for so long. */
  private lastsMs = 0;

  /** @param led null for a board without one */
  constructor(private readonly led: Led | null) {}

  /** A message: lit at once, and for long. */
  flash(now: Millis): void {
    this.left = 1;
    this.set(true, now, FLASH_MS);
  }

  /** Does what is due; cheap when nothing is. */
  poll(now: Millis): void {
    if (now - this.since < this.lastsMs) return;
    const isFast = this.blinks === FAST;
    if (!this.isLit) {
      if (this.left <= 0 || isFast) this.left = this.blinks;
      this.set(true, now, isFast ? FAST_MS : BLINK_MS);
      return;
    }
    this.left = Math.max(this.left - 1, 0);
    this.set(false, now, isFast ? FAST_MS : this.left > 0 ? GAP_MS : PAUSE_MS);
  }

  private set(isLit: boolean, now: Millis, lastsMs: number): void {
    this.since = now;
    this.lastsMs = lastsMs;
    if (this.led === null || this.blinks === 0 || isLit === this.isLit) return;
    this.isLit = isLit;
    if (isLit) this.led.on();
    else this.led.off();
  }
}
