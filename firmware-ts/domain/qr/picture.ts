// A QR code as the display draws it: dark modules of two by two dots on a lit field of 64 by 64. The standard asks for four light
// modules around a code, of which there is room for one and a half: readers of today want no more.
import { modulesOf, SIDE } from "./modules.ts";

const FIELD = 64;
const MARGIN = 3;

/** @param text of 53 octets at most @returns eight lines of 64 octets, as ports/display.ts has a picture */
export function qrPicture(text: string): Uint8Array {
  const modules = modulesOf(new TextEncoder().encode(text));
  const picture = new Uint8Array((FIELD * FIELD) >> 3).fill(0xff);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      if (modules[y * SIDE + x] === 0) continue;
      for (let dot = 0; dot < 2; dot++) {
        const row = MARGIN + 2 * y + dot;
        const at = (row >> 3) * FIELD + MARGIN + 2 * x;
        const rest = 0xff ^ (1 << (row & 7));
        picture[at] = (picture[at] ?? 0) & rest;
        picture[at + 1] = (picture[at + 1] ?? 0) & rest;
      }
    }
  }
  return picture;
}
