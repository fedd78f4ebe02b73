// The time.
import type { Millis } from "../domain/millis.ts";

export interface Clock {
  /** Milliseconds since the start; never backwards, never wrapping. */
  now(): Millis;
  /** Waits; the modem's octets are kept meanwhile. */
  sleep(ms: number): void;
}
