// Feeds the watchdog while the loop makes progress, measures how long the loop was held up, and knows for each task whether it
// goes on. What is merely away (no Wi-Fi, no broker, a silent modem) goes on: it is tried again and again.
import type { Millis } from "../domain/millis.ts";
import type { Clock } from "../ports/clock.ts";
import type { Watchdog } from "../ports/watchdog.ts";

/**
 * The longest that one turn of the loop may take, all deadlines of the broker together: 20 s for a connection and what it
 * subscribes to, 6 s each for seven messages of different kinds. Beyond it something is stuck.
 */
const TURN_MAX_MS = 65000;
const MINUTE_MS = 60000;

/** A number of a task: drivers/start-record.late.ts has their names. */
export const NETWORK = 1;
export const BROKER = 2;
export const MODEM = 3;
export const FLASH = 4;
export const DISPLAY = 5;
export const MESSAGES = 6;
export type Task = int<0, 6>;

/**
 * A task that shows nothing new for so many minutes is stuck for good. A broker is tried each minute, a modem is found each
 * half a second and asked something each minute, the flash is written within the modem's longest answer of a minute, the
 * display is looked at when no messages are about. The network has a rule of its own: Network.isRestartDue().
 */
const MINUTES_MAX = 5;
const BROKER_MINUTES_MAX = 10;
const DISPLAY_MINUTES_MAX = 15;

export class Supervisor {
  /** The longest time between two beats, in milliseconds. */
  longestHoldUpMs = 0;
  /** One that is stuck; 0 none. */
  job: Task = 0;
  private turnAt: Millis = 0;
  private beatAt: Millis = 0;
  private hasBeat = false;
  /** Of each task what changes when it goes on, and since which minute that has not. */
  private readonly signs = new Uint16Array(7);
  private readonly since = new Uint8Array(7);

  /** @param leave what the board is busy with, for after a reset: minutes since the start times 8, plus a task's number */
  constructor(
    private readonly clock: Clock,
    private readonly watchdog: Watchdog,
    private readonly leave: (trail: int<0, 134217735>) => void,
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

  /**
   * The loop goes over to this task.
   * @param value anything that changes when the task does something; -1: it has nothing to do
   */
  enter(job: Task, value: number): void {
    const { signs, since } = this;
    const minutes = Math.trunc(this.turnAt / MINUTE_MS) & 0xffffff;
    this.leave(minutes * 8 + job);
    const mark = value & 0xffff;
    if (value < 0 || mark !== signs[job]) {
      signs[job] = mark;
      since[job] = minutes & 0xff;
      return;
    }
    const max = job === BROKER ? BROKER_MINUTES_MAX : job === DISPLAY ? DISPLAY_MINUTES_MAX : MINUTES_MAX;
    if (((minutes - (since[job] ?? 0)) & 0xff) > max) this.job = job;
  }
}
