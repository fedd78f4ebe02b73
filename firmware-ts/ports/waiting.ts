// What goes on while a driver waits.

export interface Waiting {
  /** One short step of waiting: the watchdog is fed and the modem served. At most 20 ms and the modem's work. */
  step(): void;
}
