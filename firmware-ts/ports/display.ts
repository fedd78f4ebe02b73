// The display: optional; everything works without it.
import type { Millis } from "../domain/millis.ts";

export interface Display {
  /** How many lines of 16 characters it has. */
  rows(): number;
  /** It has so many after all. */
  setRows(rows: 4 | 8): void;
  /** Whether there is one; an absent one is looked for now and then. */
  isThere(now: Millis): boolean;
  /**
   * Draws the first of the lines that is not shown yet, which takes some 3 ms.
   * @param lines of ASCII, and signs of domain/screens/screens.ts
   * @returns whether there may be more to draw
   */
  show(lines: readonly string[]): boolean;
}

/** One that shows a picture, too: in the left half of each line that begins with the sign PICTURE. */
export interface PictureDisplay extends Display {
  /** 64 octets for each line, an octet a column, its lowest bit on top: 1 is lit. null: none, and no such line is shown. */
  picture: ReadonlyUint8Array | null;
}
