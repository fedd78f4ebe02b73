// The RST pin: active low, pulled up by the modem itself, and only a pulse that is long enough counts.

import type { Clock } from "../../virtual-board/clock.ts";
import type { Level, PinDevice } from "../pin.ts";

export class ResetPin implements PinDevice {
  private lowSinceMs: number | undefined;

  /** `restart` runs at the end of a low pulse of `pulseMs` at least. */
  constructor(
    private readonly clock: Clock,
    private readonly pulseMs: number,
    private readonly restart: () => void,
  ) {}

  level(): Level {
    return 1;
  }

  boardDrives(level: Level | undefined): void {
    if (level === 0) {
      this.lowSinceMs ??= this.clock.now();
      return;
    }
    const sinceMs = this.lowSinceMs;
    this.lowSinceMs = undefined;
    if (sinceMs !== undefined && this.clock.now() - sinceMs >= this.pulseMs) this.restart();
  }
}
