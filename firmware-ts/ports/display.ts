// The display: optional; everything works without it.
import type { Millis } from "../domain/millis.ts";

export interface Display {
  /** How many lines of 16 characters it has. */
  rows(): number;
  /** Shows lines of ASCII. Without a display nothing happens, and it is looked for again now and then. */
  show(lines: readonly string[], now: Millis): void;
}
