// Feeds the watchdog while the loop makes progress, and measures how long the loop was held up.
import type { Millis } from "../domain/millis.ts";
import type { Clock } from "../ports/clock.ts";
import type { Watchdog } from "../ports/watchdog.ts";

/**
 * The longest that one turn of the loop may take, all deadlines of the broker together: 20 s for a connection and what it
 * subscribes to, 6 s each for seven messages of different kinds. Beyond it something is stuck.
 */
const TURN_MAX_MS = 65000;

export class Supervisor {
  /** The longest time between two beats, in milliseconds. */
  longestHoldUpMs = 0;
  private turnAt: Millis = 0;
  private beatAt: Millis = 0;
  private hasBeat = false;

  constructor(
    private readonly clock: Clock,
    private readonly watchdog: Watchdog,
  ) {}

  /** A turn of the main loop begins. @returns the time */
  beginTurn(): Millis {
    const now = this.clock.now();
    this.turnAt = now;
    return this.beat(now);
  }

  /** Something was waited for, and the waiting goes on. @returns the time */
  beat(now = this.clock.now()): Millis {
    const heldUp = now - this.beatAt;
    if (this.hasBeat && heldUp > this.longestHoldUpMs) this.longestHoldUpMs = heldUp;
    this.hasBeat = true;
    this.beatAt = now;
    if (now - this.turnAt < TURN_MAX_MS) this.watchdog.feed();
    return now;
  }
}
