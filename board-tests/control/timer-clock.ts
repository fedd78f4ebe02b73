// Real time for device models beside Node's event loop, where nothing may block: events run by timers, as late as those
// are (a millisecond or two), with their own moments kept.
import type { Clock, Scheduled } from "../virtual-board/clock.ts";

interface Event extends Scheduled {
  readonly order: number;
  readonly run: () => void;
}

export class TimerClock implements Clock {
  private readonly startedAtMs = performance.now();
  /** By time, then in the order in which they were made. */
  private events: Event[] = [];
  private made = 0;
  private timer: NodeJS.Timeout | undefined;
  private isRunning = false;

  /** @param afterEvents called whenever events have run */
  constructor(private readonly afterEvents: () => void = () => {}) {}

  now(): number {
    return performance.now() - this.startedAtMs;
  }

  at(atMs: number, run: () => void): Scheduled {
    const event: Event = { atMs: Math.max(atMs, this.now()), order: this.made++, run };
    let index = this.events.length;
    while (index > 0 && (this.events[index - 1]?.atMs ?? 0) > event.atMs) index--;
    this.events.splice(index, 0, event);
    if (index === 0) this.setTimer();
    return event;
  }

  in(ms: number, run: () => void): Scheduled {
    return this.at(this.now() + ms, run);
  }

  cancel(scheduled: Scheduled): void {
    this.events = this.events.filter((event) => event !== scheduled);
  }

  /** Nothing happens any more. */
  stop(): void {
    this.events = [];
    clearTimeout(this.timer);
  }

  private setTimer(): void {
    if (this.isRunning) return;
    clearTimeout(this.timer);
    const first = this.events[0];
    if (first) this.timer = setTimeout(() => this.runDue(), Math.max(first.atMs - this.now(), 0));
  }

  private runDue(): void {
    this.isRunning = true;
    for (let first = this.events[0]; first !== undefined && first.atMs <= this.now(); first = this.events[0]) {
      this.events.shift();
      first.run();
    }
    this.isRunning = false;
    this.afterEvents();
    this.setTimer();
  }
}
