// The board's LED: remembers whether it is lit and how often it has changed.

import type { Level, PinDevice } from "./pin.ts";

export class Led implements PinDevice {
  lit = false;
  changes = 0;

  level(): Level {
    return this.lit ? 1 : 0;
  }

  boardDrives(level: Level | undefined): void {
    const lit = level === 1;
    if (lit !== this.lit) this.changes++;
    this.lit = lit;
  }
}
