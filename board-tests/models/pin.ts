// What can hang on one of the board's pins.

export type Level = 0 | 1;

export interface PinDevice {
  /** The level that the device puts on the pin now, or undefined if it leaves it to the pull resistor. */
  level(): Level | undefined;
  /** The board drives the pin, or lets go of it (undefined: input, or open drain switched off). */
  boardDrives(level: Level | undefined): void;
  /** Calls `listener` whenever level() may have changed, for Pin.irq. */
  onChange?(listener: () => void): void;
}
