// What the boot ROMs do with a UF2 file that is dropped on their drive, as far as the flash goes: to see whether a file
// leaves the flash as it should be, whatever was on it.
import { FLASH } from "./synthetic-micropython.ts";

const BLOCK = 512;
const PAGE = 256;
const SECTOR = 4096;

/** The RP2040's erases a sector at the first block of each 16 by number, wherever they go (RP2040-E14). */
export const RP2040 = { family: 0xe48bff56, erasesBy: (number: number, _address: number) => number >> 4 };
/** The RP2350's erases a sector at the first block that goes there. */
export const RP2350 = {
  family: 0xe48bff59,
  erasesBy: (_number: number, address: number) => address - (address % SECTOR),
};

export type BootRom = typeof RP2040;

/** The flash after the file; null when the ROM still waits for blocks, and does not restart. */
export function droppedOn(flash: Buffer, uf2: Buffer, rom: BootRom): Buffer | null {
  const after = Buffer.from(flash);
  const [erased, seen] = [new Set<number>(), new Set<number>()];
  let total = 0;
  for (let at = 0; at < uf2.length; at += BLOCK) {
    const word = (offset: number) => uf2.readUInt32LE(at + offset);
    if (word(28) !== rom.family || word(16) !== PAGE) continue;
    // Another total is another file.
    if (word(24) !== total) for (const each of [erased, seen]) each.clear();
    total = word(24);
    const [number, start] = [word(20), word(12) - FLASH];
    const key = rom.erasesBy(number, start);
    if (!erased.has(key)) after.fill(0xff, start - (start % SECTOR), start - (start % SECTOR) + SECTOR);
    erased.add(key);
    seen.add(number);
    // Writing only takes ones away.
    for (let n = 0; n < PAGE; n++) after[start + n] = (after[start + n] ?? 0) & (uf2[at + 32 + n] ?? 0);
  }
  return seen.size === total ? after : null;
}
