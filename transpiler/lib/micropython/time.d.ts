// MicroPython's time module.
declare module "time" {
  /** Milliseconds since some moment; begins again after 2^30. */
  export function ticks_ms(): int<0, 1073741823>;
  /** The milliseconds from `start` to `end`, right while they are less than 2^29 apart. */
  export function ticks_diff(end: int<0, 1073741823>, start: int<0, 1073741823>): int<-536870912, 536870911>;
  export function sleep_ms(ms: number): void;
}
