// The mode switch beside a gateway that runs: a slide switch, or a push button, which is held. What else can be done with it is
// the setup mode's: switch-gestures.ts. It is given levels, some thirty a second, and knows nothing of pins.
import type { Millis } from "./millis.ts";

/** Contacts bounce: a level holds when it has rested for so long. The makers of switches say 5 to 20 ms. */
export const BOUNCE_MS = 30;
/** Closed for so long, the switch wishes for the setup mode. */
const HELD_MS = 2000;
/** When nobody has looked for so long, nobody knows what the switch did meanwhile. */
export const UNSEEN_MS = 500;
/** The modem has been at rest for so long: what was begun with a message is done. */
const REST_MS = 300;

export class ModeSwitch {
  private isClosed = true;
  private since: Millis = 0;
  private seenAt: Millis = 0;
  private busyAt: Millis = 0;
  /** Wished for once, that stays. */
  private isWanted = false;

  /**
   * @param isOpenWanted what is closed now counts only once the switch was seen open: it was left on setup, or the setup mode has
   * just ended
   */
  constructor(private isOpenWanted: boolean) {}

  /**
   * @param isBusy something is under way that is to come to its end before
   * @returns whether the setup mode is to be entered now
   */
  poll(isClosed: boolean, isBusy: boolean, now: Millis): boolean {
    if (isClosed !== this.isClosed || now - this.seenAt > UNSEEN_MS) this.since = now;
    this.isClosed = isClosed;
    this.seenAt = now;
    if (isBusy) this.busyAt = now;
    const restedMs = now - this.since;
    if (!isClosed && restedMs >= BOUNCE_MS) this.isOpenWanted = false;
    if (isClosed && !this.isOpenWanted && restedMs >= HELD_MS) this.isWanted = true;
    return this.isWanted && now - this.busyAt >= REST_MS;
  }
}
