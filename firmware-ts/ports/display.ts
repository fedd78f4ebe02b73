// The display: optional; everything works without it.
import type { Millis } from "../domain/millis.ts";

export interface Display {
  /** How many lines of 16 characters it has. */
  rows(): number;
  /** Shows lines of ASCII. @returns whether there is a display; an absent one is looked for again now and then */
  show(lines: readonly string[], now: Millis): boolean;
}
