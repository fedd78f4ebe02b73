// When the broker is tried again: after 1, 2, 4 … 60 s, each with a random part, so that many gateways do not come back at the
// same moment; after 30 s at most while messages wait, unless haste does harm: then it is 30 s at least. And whether somebody
// else takes the connection away again and again: two clients of one name do that to each other, each time that one of them
// connects [MQTT-3.1.4-2].
import type { Millis } from "./millis.ts";

const FIRST_MS = 1000;
const LAST_MS = 60000;
/** While messages wait: the longest wait, or the shortest one where haste does harm. */
const URGENT_MS = 30000;
/** Half of the longest wait is 22.5 s to 30 s; with this it is 30 s to 37.5 s. */
const HARMLESS_MS = 7500;
/** A connection that ends sooner was of no use, unless a message got through. */
const SOON_MS = 15000;
/** So many of those that the broker ended: somebody takes them over. */
const KICKS_MAX = 3;
/** One that lasted so long was taken over by nobody. */
const STEADY_MS = 120000;

export class Reconnection {
  private baseMs: int<0, 60000> = FIRST_MS;
  private waitMs: int<0, 60000> = 0;
  /** In its place while messages wait. */
  private urgentMs: int<0, 60000> = 0;
  /** When the last attempt or connection failed, and when the present one was made. */
  private failedAt: Millis = 0;
  private upAt: Millis = 0;
  private isUp = false;
  private kicks: int<0, 3> = 0;

  /** Whether it is time for the next attempt. @param isUrgent messages wait */
  isOver(now: Millis, isUrgent: boolean): boolean {
    return now - this.failedAt >= (isUrgent ? this.urgentMs : this.waitMs);
  }

  /** The connection stands. */
  connected(now: Millis): void {
    this.isUp = true;
    this.upAt = now;
  }

  /** A message got through. */
  succeeded(): void {
    this.baseMs = FIRST_MS;
    this.kicks = 0;
  }

  /**
   * The connection is lost, or there was none.
   * @param random an octet of chance
   * @param isEnded the broker ended it, and did not just fall silent
   * @param isHopeless asking again soon would not help, and lock people out: straight to the longest wait
   */
  failed(now: Millis, random: u8, isEnded: boolean, isHopeless: boolean): void {
    if (this.isUp && !this.isTakenOver(now)) {
      if (now - this.upAt >= SOON_MS) this.baseMs = FIRST_MS;
      else if (isEnded) this.kicks = Math.min(this.kicks + 1, KICKS_MAX);
    }
    const isHarmful = isHopeless || (this.isUp && this.kicks === KICKS_MAX);
    const base = isHarmful ? LAST_MS : this.baseMs;
    this.isUp = false;
    this.failedAt = now;
    const waitMs = Math.max(base - (((base >> 2) * random) >> 8), 0);
    this.waitMs = waitMs;
    this.urgentMs = base > URGENT_MS ? (waitMs >> 1) + (isHarmful ? HARMLESS_MS : 0) : waitMs;
    this.baseMs = base < 16000 ? base * 2 : base < URGENT_MS ? URGENT_MS : LAST_MS;
  }

  /** Whether somebody else seems to use the gateway's client identifier. */
  isTakenOver(now: Millis): boolean {
    if (this.isUp && now - this.upAt >= STEADY_MS) this.kicks = 0;
    return this.kicks === KICKS_MAX;
  }
}
