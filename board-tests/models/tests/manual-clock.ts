// A clock that a test moves by hand: events run in order of time, then of scheduling.

import type { Clock, Scheduled } from "../../virtual-board/clock.ts";

interface Entry {
  atMs: number;
  order: number;
  run: () => void;
}

export class ManualClock implements Clock {
  private timeMs = 0;
  private order = 0;
  private entries: Entry[] = [];

  now(): number {
    return this.timeMs;
  }

  at(atMs: number, run: () => void): Scheduled {
    const entry: Entry = { atMs: Math.max(atMs, this.timeMs), order: this.order++, run };
    this.entries.push(entry);
    return entry as unknown as Scheduled;
  }

  in(delayMs: number, run: () => void): Scheduled {
    return this.at(this.timeMs + delayMs, run);
  }

  cancel(scheduled: Scheduled): void {
    this.entries = this.entries.filter((entry) => entry !== (scheduled as unknown as Entry));
  }

  /** Runs everything due within the next `ms` milliseconds and leaves the clock at the end of them. */
  advance(ms: number): void {
    const endMs = this.timeMs + ms;
    for (let next = this.nextDue(endMs); next; next = this.nextDue(endMs)) {
      this.cancel(next as unknown as Scheduled);
      this.timeMs = next.atMs;
      next.run();
    }
    this.timeMs = endMs;
  }

  /** Advances in small steps until `condition` holds; throws after `limitMs`. Returns the moment in ms. */
  advanceUntil(condition: () => boolean, limitMs = 120_000): number {
    const endMs = this.timeMs + limitMs;
    while (!condition()) {
      const next = this.nextDue(endMs);
      if (!next) throw new Error(`nothing happened within ${limitMs} ms`);
      this.advance(next.atMs - this.timeMs);
    }
    return this.timeMs;
  }

  private nextDue(endMs: number): Entry | undefined {
    let first: Entry | undefined;
    for (const entry of this.entries) {
      if (entry.atMs > endMs) continue;
      if (!first || entry.atMs < first.atMs || (entry.atMs === first.atMs && entry.order < first.order)) first = entry;
    }
    return first;
  }
}
