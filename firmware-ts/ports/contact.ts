// The contact of the mode switch: a pin of MicroPython is one.

/** To ground when the switch is closed, to a pull-up when it is open: so a missing switch, or a broken wire, is open. */
export interface Contact {
  value(): int<0, 1>;
}

/** What value() gives while the switch is closed. */
export const CLOSED = 0;
