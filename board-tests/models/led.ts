// The board's LED: whether it is lit, and when it last changed.

import type { Level, PinDevice } from "./pin.ts";

/** So many changes are remembered: a minute of counting. */
const CHANGES_MAX = 200;

export interface LedChange {
  atMs: number;
  lit: boolean;
}

export class Led implements PinDevice {
  lit = false;
  /** The last changes, the oldest first. */
  readonly changes: LedChange[] = [];

  /** @param nowMs gives the bench's time */
  constructor(private readonly nowMs: () => number) {}

  level(): Level {
    return this.lit ? 1 : 0;
  }

  boardDrives(level: Level | undefined): void {
    const lit = level === 1;
    if (lit === this.lit) return;
    this.lit = lit;
    this.changes.push({ atMs: this.nowMs(), lit });
    if (this.changes.length > CHANGES_MAX) this.changes.shift();
  }
}
