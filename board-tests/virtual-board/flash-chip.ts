// The flash chip under the file system: how long its erases take, with interrupts off, and when its supply fails.

import type { FlashOptions } from "./board-options.ts";
import type { SimClock } from "./clock.ts";
import { type FlashOperation, FlashReadOnly } from "./flash.ts";
import { SessionEnd } from "./session-end.ts";

export interface FlashChipHooks {
  /** While interrupts are off only the UART's hardware FIFO receives, and no callback runs. */
  setInterruptsOff(off: boolean): void;
  log(operation: FlashOperation, path: string, bytes: number): void;
}

export class FlashChip {
  /** Steps since the bench was made, the one that was cut included. */
  operations = 0;

  constructor(
    private readonly clock: SimClock,
    readonly options: FlashOptions,
    private readonly hooks: FlashChipHooks,
  ) {}

  /** Takes the time of one step. Throws when the supply fails in it: then the step has not happened. */
  beforeStep(operation: FlashOperation, path: string, bytes: number): void {
    if (this.options.readOnly) throw new FlashReadOnly();
    this.operations++;
    if (this.operations >= (this.options.cutAt ?? Number.POSITIVE_INFINITY)) {
      this.options.cutAt = Number.POSITIVE_INFINITY;
      throw new SessionEnd("flash-cut");
    }
    this.hooks.setInterruptsOff(true);
    try {
      this.clock.wait(this.clock.now() + this.options.eraseMs);
    } finally {
      this.hooks.setInterruptsOff(false);
    }
    this.hooks.log(operation, path, bytes);
  }
}
