// The virtual board's time: what everything in its worker goes by, the VM's sleep as well as the modem's answers.
//
// Events happen in order of their time. In real time the clock is the machine's. In virtual time it stands still while
// code runs, and jumps to the next event when everything waits: so an hour passes in a second, and twice the same way.

/** An event that has been scheduled; only good for cancel(). */
export interface Scheduled {
  readonly atMs: number;
}

/** What device models need of time. */
export interface Clock {
  /** Milliseconds since the bench was switched on, with fractions. It goes on while the board is off or restarts. */
  now(): number;
  /** Runs `run` at `atMs`, or at once when that is past; events of the same moment run in the order they were made. */
  at(atMs: number, run: () => void): Scheduled;
  /** Runs `run` `ms` milliseconds from now. */
  in(ms: number, run: () => void): Scheduled;
  /** Takes an event back; nothing happens if it has run. */
  cancel(scheduled: Scheduled): void;
}

export interface SimClockOptions {
  mode: "real" | "virtual";
  /** In virtual time: how many virtual milliseconds may pass in one of the machine's; as many as possible when not said. */
  speed?: number;
  /** Called whenever the clock is looked at or waited for; takes what came from outside. It may throw to end the wait. */
  poll?: () => void;
  /** Blocks this thread until something comes from outside, `ms` milliseconds at most. */
  waitOutside(ms: number): void;
  /** In virtual time: true while time must stand still, because the outside has not yet answered. */
  holdStill?: () => boolean;
  /** In virtual time: true while no more virtual than real milliseconds may pass, whatever the speed. */
  isPaced?: () => boolean;
  /** In virtual time: how many milliseconds the processor has worked since it was last asked; none when not said. */
  takeWorkMs?: () => number;
  /** Called in virtual time when the moment given to runUntil() is reached; the clock then stands until another is given. */
  onHorizon?: () => void;
}

/** In virtual time each look at the clock costs this, in milliseconds, so that loops which wait by looking come to an end. */
export const LOOK_COST_MS = 0.02;

/** With a limited speed: how far virtual time may lag behind, in real ms, and still catch up. */
const LATE_MS_MAX = 20;

/** How often it looks again whether time must still stand, in real ms, unless something comes from outside before. */
const HOLD_LOOK_MS = 20;

/** The longest single wait for the outside, in milliseconds: what Atomics.wait takes, with reserve. */
const WAIT_MS_MAX = 60_000;

interface Event extends Scheduled {
  atMs: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

export class SimClock implements Clock {
  private readonly events = new EventHeap();
  private readonly startedAt = performance.now();
  private virtualMs = 0;
  /** The moment in both times from which a limited speed counts. */
  private paceFrom = { virtualMs: 0, realMs: performance.now() };
  private horizonMs: number;
  private horizonReported = false;
  private running = false;
  private isSlow = false;
  /** How often the clock was looked at: the same for the same run in virtual time. */
  looks = 0;
  private eventsRun = 0;

  constructor(private readonly options: SimClockOptions) {
    this.horizonMs = options.mode === "virtual" && options.onHorizon ? 0 : Number.POSITIVE_INFINITY;
  }

  now(): number {
    return this.options.mode === "virtual" ? this.virtualMs : performance.now() - this.startedAt;
  }

  at(atMs: number, run: () => void): Scheduled {
    return this.events.push(Math.max(atMs, this.now()), run);
  }

  in(ms: number, run: () => void): Scheduled {
    return this.at(this.now() + ms, run);
  }

  cancel(scheduled: Scheduled): void {
    (scheduled as Event).cancelled = true;
  }

  /** Virtual time may pass until `atMs` and stands there; Infinity lets it run. */
  runUntil(atMs: number): void {
    this.horizonMs = Math.max(atMs, this.virtualMs);
    this.horizonReported = false;
  }

  /** A look at the clock by the program: takes what is due. Returns now(). */
  look(): number {
    this.looks++;
    this.spend(this.options.takeWorkMs ? 0 : LOOK_COST_MS);
    return this.now();
  }

  /** Lets the time pass that the processor has worked; what was due meanwhile has happened at its own moment. */
  settle(): void {
    const workMs = this.options.takeWorkMs?.() ?? 0;
    if (workMs <= 0) return;
    const target = this.virtualMs + workMs;
    while (!this.running && this.virtualMs < target) {
      this.moveTo(Math.min(target, this.horizonMs, this.events.nextAtMs()));
      this.standAtHorizon();
      this.runDue();
    }
    this.moveTo(target);
  }

  /** Virtual time passes because the processor works; in real time it passes by itself. */
  spend(ms: number): void {
    if (this.options.mode === "virtual") {
      this.settle();
      this.moveTo(this.virtualMs + ms);
      this.standAtHorizon();
    }
    this.runDue();
    this.options.poll?.();
  }

  /**
   * The one place where a thread waits: until `condition` holds (true) or `deadlineMs` has come (false). Events run
   * meanwhile. Infinity waits for the condition alone.
   */
  wait(deadlineMs: number, condition?: () => boolean): boolean {
    this.settle();
    for (;;) {
      this.runDue();
      this.options.poll?.();
      if (condition?.()) return true;
      const now = this.now();
      if (now >= deadlineMs) return false;
      this.pass(Math.min(deadlineMs, this.events.nextAtMs()) - now);
    }
  }

  /** Waits until any event has run or something came from outside, `deadlineMs` at the latest. */
  waitForEvent(deadlineMs: number): void {
    const before = this.eventsRun;
    this.wait(deadlineMs, () => this.eventsRun !== before);
  }

  /** Something came from outside that is as good as an event, for waitForEvent(). */
  noteEvent(): void {
    this.eventsRun++;
  }

  /** Lets `ms` milliseconds pass, or fewer when something comes from outside. */
  private pass(ms: number): void {
    if (this.options.mode === "real") {
      this.options.waitOutside(Math.min(Math.max(ms, 0), WAIT_MS_MAX));
      return;
    }
    const target = this.virtualMs + ms;
    if (Math.min(target, this.horizonMs) === Number.POSITIVE_INFINITY) {
      // Nothing will happen by itself, and time may run for ever: it stands.
      this.options.waitOutside(WAIT_MS_MAX);
    } else if (target >= this.horizonMs) {
      this.moveTo(this.horizonMs);
      if (target > this.horizonMs) this.standAtHorizon();
    } else if (this.mayReach(target)) {
      this.moveTo(target);
    }
  }

  /** With a limited speed: waits until the machine's time has come as far. False if something came from outside. */
  private mayReach(targetMs: number): boolean {
    const { holdStill } = this.options;
    const speed = this.speed();
    if (holdStill?.()) {
      this.options.waitOutside(HOLD_LOOK_MS);
      this.startPace();
      return false;
    }
    if (speed === undefined || speed === Number.POSITIVE_INFINITY) return true;
    const aheadMs = () => (targetMs - this.paceFrom.virtualMs) / speed - (performance.now() - this.paceFrom.realMs);
    const waitMs = aheadMs();
    if (waitMs < -LATE_MS_MAX) this.startPace(); // what a slow machine has lost is not caught up: never faster than the speed
    if (waitMs <= 0) return true;
    this.options.waitOutside(Math.min(waitMs, WAIT_MS_MAX));
    return aheadMs() <= 0;
  }

  /** Undefined: no limit. */
  private speed(): number | undefined {
    const { speed, isPaced } = this.options;
    const isSlow = isPaced?.() === true && speed !== 1;
    if (isSlow !== this.isSlow) this.startPace();
    this.isSlow = isSlow;
    return isSlow ? 1 : speed;
  }

  private startPace(): void {
    this.paceFrom = { virtualMs: this.virtualMs, realMs: performance.now() };
  }

  private moveTo(atMs: number): void {
    this.virtualMs = Math.max(this.virtualMs, atMs);
  }

  private standAtHorizon(): void {
    while (this.virtualMs >= this.horizonMs) {
      this.runDue();
      if (!this.horizonReported) {
        this.horizonReported = true;
        this.options.onHorizon?.();
      }
      this.options.poll?.();
      // Another moment may have been given meanwhile, no later than this one: that is reported, too.
      if (this.virtualMs >= this.horizonMs && this.horizonReported) this.options.waitOutside(WAIT_MS_MAX);
      this.options.poll?.();
      this.startPace();
    }
  }

  private runDue(): void {
    if (this.running) return; // an event looked at the clock
    this.running = true;
    try {
      while (this.events.nextAtMs() <= this.now()) {
        this.eventsRun++;
        this.events.pop()?.run();
      }
    } finally {
      this.running = false;
    }
  }
}

/** A binary heap of events by time, then by order of making. */
class EventHeap {
  private readonly heap: Event[] = [];
  private made = 0;

  push(atMs: number, run: () => void): Event {
    const event: Event = { atMs, order: this.made++, run, cancelled: false };
    let at = this.heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (isBefore(this.heap[parent] as Event, event)) break;
      this.heap[at] = this.heap[parent] as Event;
      at = parent;
    }
    this.heap[at] = event;
    return event;
  }

  /** When the next event is due; Infinity without one. */
  nextAtMs(): number {
    while (this.heap[0]?.cancelled) this.pop();
    return this.heap[0]?.atMs ?? Number.POSITIVE_INFINITY;
  }

  pop(): Event | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (last && this.heap.length > 0) this.sink(last);
    return first;
  }

  private sink(event: Event): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.heap.length) break;
      if (child + 1 < this.heap.length && isBefore(this.heap[child + 1] as Event, this.heap[child] as Event)) child++;
      if (isBefore(event, this.heap[child] as Event)) break;
      this.heap[at] = this.heap[child] as Event;
      at = child;
    }
    this.heap[at] = event;
  }
}

function isBefore(a: Event, b: Event): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
