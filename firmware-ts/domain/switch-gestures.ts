// What can be done with the mode switch while the setup mode runs: opened, it ends the setup mode, unless the closing before was a
// mere push; closed five times within ten seconds and then held, it has everything erased. Part of the setup mode: what the
// gateway itself needs of the switch is mode-switch.ts.
import type { Millis } from "./millis.ts";
import { BOUNCE_MS, UNSEEN_MS } from "./mode-switch.ts";

/** A closing that lasted so long was no push of a button: its end is wished for. */
const STAYED_MS = 10000;
/** And it has to stay open for so long. */
const OPEN_MS = 2000;
/** A factory reset: so many closings within so long, the last of which lasts. */
export const CLOSINGS = 5;
const CLOSINGS_WITHIN_MS = 10000;
export const HELD_MS = 3000;

export class SwitchGestures {
  /** What the contact says, and since when; and what holds, after the bouncing. */
  private isTouching: boolean;
  private touchedAt: Millis;
  private isClosed: boolean;
  /** Since when that holds. */
  private since: Millis;
  private seenAt: Millis;
  /** When the switch was closed, of the last ten seconds; the newest last. */
  private readonly closedAt: Millis[] = [];
  /** The last closing was no push. */
  private hasStayed = false;

  /** @param isClosed as it is now: a switch that is closed from the start has not been closed by anybody */
  constructor(isClosed: boolean, now: Millis) {
    this.isTouching = isClosed;
    this.isClosed = isClosed;
    this.touchedAt = now;
    this.since = now;
    this.seenAt = now;
  }

  poll(isClosed: boolean, now: Millis): void {
    const { closedAt } = this;
    if (now - this.seenAt > UNSEEN_MS) this.forget(isClosed, now);
    this.seenAt = now;
    if (isClosed !== this.isTouching) {
      this.isTouching = isClosed;
      this.touchedAt = now;
    }
    if (isClosed !== this.isClosed && now - this.touchedAt >= BOUNCE_MS) this.change(isClosed);
    while (closedAt.length > 0 && now - (closedAt[0] ?? 0) > CLOSINGS_WITHIN_MS && !this.isArmed()) closedAt.shift();
  }

  /** Whether it is closed, after the bouncing. */
  holdsClosed(): boolean {
    return this.isClosed;
  }

  /** Whether the switch says that the gateway is to run again. */
  wantsGateway(): boolean {
    return !this.isClosed && this.hasStayed && this.seenAt - this.since >= OPEN_MS;
  }

  /** How often it was closed within the last ten seconds: 5 are a factory reset, if the fifth lasts. */
  closings(): int<0, 5> {
    return Math.min(this.closedAt.length, CLOSINGS);
  }

  /** How long it is still to be held for a factory reset; -1: it is not held, or not closed often enough. */
  heldLeftMs(): int<-1, 3000> {
    if (!this.isArmed()) return -1;
    return Math.min(Math.max(this.since + HELD_MS - this.seenAt, 0), HELD_MS);
  }

  /** Whether everything is to be erased. */
  wantsReset(): boolean {
    return this.heldLeftMs() === 0;
  }

  /** The switch has been closed since the last of enough closings. */
  private isArmed(): boolean {
    return this.isClosed && this.closedAt.length >= CLOSINGS;
  }

  private change(isClosed: boolean): void {
    const at = this.touchedAt;
    if (!isClosed) this.hasStayed = at - this.since >= STAYED_MS;
    this.isClosed = isClosed;
    this.since = at;
    if (!isClosed) return;
    const { closedAt } = this;
    while (closedAt.length > 0 && at - (closedAt[0] ?? 0) > CLOSINGS_WITHIN_MS) closedAt.shift();
    if (closedAt.length >= CLOSINGS) closedAt.shift();
    closedAt.push(at);
  }

  /** Nobody has looked for a while: what the switch did meanwhile is not known. */
  private forget(isClosed: boolean, now: Millis): void {
    this.isTouching = isClosed;
    this.isClosed = isClosed;
    this.touchedAt = now;
    this.since = now;
    this.closedAt.length = 0;
    this.hasStayed = false;
  }
}
