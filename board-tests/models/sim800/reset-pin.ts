// The RST pin: active low, pulled up by the modem itself, and only a pulse that is long enough counts.
// Source: SIM800L Hardware Design V1.00, table 6. While it is held low the modem is down; it starts when let go.

import type { Clock, Scheduled } from "../../virtual-board/clock.ts";
import type { Level, PinDevice } from "../pin.ts";

export class ResetPin implements PinDevice {
  private pulse: Scheduled | undefined;
  private holdsDown = false;

  /** After `pulseMs` of low `hold` runs, and `release` once the pin is let go after that. */
  constructor(
    private readonly clock: Clock,
    private readonly pulseMs: number,
    private readonly hold: () => void,
    private readonly release: () => void,
  ) {}

  level(): Level {
    return 1;
  }

  boardDrives(level: Level | undefined): void {
    if (level === 0) {
      if (!this.holdsDown) this.pulse ??= this.clock.in(this.pulseMs, () => this.takeEffect());
      return;
    }
    if (this.pulse) this.clock.cancel(this.pulse);
    this.pulse = undefined;
    if (!this.holdsDown) return;
    this.holdsDown = false;
    this.release();
  }

  private takeEffect(): void {
    this.pulse = undefined;
    this.holdsDown = true;
    this.hold();
  }
}
