// Where the codewords of a QR code of version 3-L stand among its 29 by 29 modules, and the patterns by which a reader finds and
// straightens it (ISO/IEC 18004:2015, 6.3, 7.7 to 7.9).
import { codewords } from "./codewords.ts";

/** Modules of a side: table 1. */
export const SIDE = 29;
/** The middle of the one alignment pattern, both ways: annex E. */
const ALIGNMENT = 22;
/** The row and the column of the timing patterns. */
const TIMING = 6;
/**
 * Mask 0, always, which inverts each other module: 7.8.2. The standard has an encoder try all eight and take the one that its rules
 * like best, which readers neither know nor need: they are told which it is. To try them would take the board two seconds, and
 * heap for the code; a test has hundreds of keys read back.
 */
/** Error correction level L and that mask, with their own check bits: annex C, table C.1. */
const FORMAT = 0x77c4;

/** @returns an octet a module, row by row: 1 is dark */
export function modulesOf(text: ReadonlyUint8Array): Uint8Array {
  const modules = new Uint8Array(SIDE * SIDE);
  place(codewords(text), modules);
  drawFinder(modules, 3, 3);
  drawFinder(modules, SIDE - 4, 3);
  drawFinder(modules, 3, SIDE - 4);
  for (let i = 8; i < SIDE - 8; i++) {
    modules[TIMING * SIDE + i] = (i + 1) & 1;
    modules[i * SIDE + TIMING] = (i + 1) & 1;
  }
  for (let y = -2; y <= 2; y++)
    for (let x = -2; x <= 2; x++)
      modules[(ALIGNMENT + y) * SIDE + ALIGNMENT + x] = Math.max(Math.abs(x), Math.abs(y)) === 1 ? 0 : 1;
  drawFormat(modules);
  return modules;
}

/** A finder pattern about its middle, with the light line around it as far as that lies within. */
function drawFinder(modules: Uint8Array, middleX: int<3, 25>, middleY: int<3, 25>): void {
  for (let y = Math.max(middleY - 4, 0); y <= Math.min(middleY + 4, SIDE - 1); y++) {
    for (let x = Math.max(middleX - 4, 0); x <= Math.min(middleX + 4, SIDE - 1); x++) {
      const ring = Math.max(Math.abs(x - middleX), Math.abs(y - middleY));
      modules[y * SIDE + x] = ring === 2 || ring === 4 ? 0 : 1;
    }
  }
}

/** Twice: around the first finder pattern, and in two pieces beside the others. And the one module that is always dark. */
function drawFormat(modules: Uint8Array): void {
  for (let i = 0; i < 15; i++) {
    const bit = (FORMAT >> i) & 1;
    const near = i < 6 ? i : i < 8 ? i + 1 : 0;
    const row = i < 8 ? near : 8;
    const column = i < 8 ? 8 : i === 8 ? 7 : 14 - i;
    modules[row * SIDE + Math.max(column, 0)] = bit;
    if (i < 8) modules[8 * SIDE + SIDE - 1 - i] = bit;
    else modules[(SIDE - 15 + i) * SIDE + 8] = bit;
  }
  modules[(SIDE - 8) * SIDE + 8] = 1;
}

/** Bit by bit, in pairs of columns from the right, upwards and downwards in turn: 7.7.3. */
function place(words: ReadonlyUint8Array, modules: Uint8Array): void {
  let bit = 0;
  let isUp = true;
  for (let pair = 0; pair < 14; pair++) {
    const right = SIDE - 1 - 2 * pair - (pair < 11 ? 0 : 1);
    for (let step = 0; step < SIDE; step++) {
      const y = isUp ? SIDE - 1 - step : step;
      for (let side = 0; side < 2; side++) {
        const x = Math.max(right - side, 0);
        if (isPattern(x, y)) continue;
        const word = words[bit >> 3] ?? 0;
        modules[y * SIDE + x] = ((word >> (7 - (bit & 7))) ^ x ^ y ^ 1) & 1;
        bit = (bit + 1) & 1023;
      }
    }
    isUp = !isUp;
  }
}

/** Whether something else than codewords stands there. */
function isPattern(x: int<0, 28>, y: int<0, 28>): boolean {
  if (x === TIMING || y === TIMING) return true;
  if (y < 9 && (x < 9 || x >= SIDE - 8)) return true;
  if (x < 9 && y >= SIDE - 8) return true;
  return Math.abs(x - ALIGNMENT) <= 2 && Math.abs(y - ALIGNMENT) <= 2;
}
