// Reads the UF2 file of MicroPython that the user names, and refuses what would not start on the board, or would end in
// the middle of the file system.
import { basename } from "node:path";
import type { Identity } from "../../firmware-ts/boards/index.ts";
import { grouped } from "../build/columns.ts";
import { DeviceError } from "../device/device-error.ts";
import { checkMicropython } from "./micropython-program.ts";
import { BLOCK_OCTETS, FLAG_FAMILY, FLAG_TAGS, PAGE_OCTETS, pageOf, readBlock, type Uf2Block } from "./uf2.ts";

export interface MicropythonImage {
  /** As in 1.28.0. */
  readonly version: string;
  /** What it writes to the flash, by address. */
  readonly pages: ReadonlyMap<number, Buffer>;
  /** Blocks that stand before the others and must stay as they are. */
  readonly workaround: readonly Buffer[];
}

/** What a family's id stands for (microsoft/uf2, utils/uf2families.json): for the sentence about a wrong one. */
const FAMILIES: Readonly<Record<number, string>> = {
  3834380118: "RP2040",
  3834380119: "RP2350",
  3834380121: "RP2350",
  3834380122: "RP2350 with RISC-V",
  3834380123: "RP2350, non-secure",
  3559628908: "ESP32-C3",
  3296614247: "ESP32-S3",
  3218951918: "ESP32-S2",
};

/** One block that the boot ROM ignores, of another family and with a numbering of its own (RP2350-E10). */
const WORKAROUND = { families: [0xe48bff59, 0xe48bff5a], family: 0xe48bff57, address: 0x10ffff00 };

/**
 * Reads a MicroPython for this board. Throws a DeviceError.
 * @param path for the sentences
 */
export function readMicropython(file: Buffer, path: string, board: Identity): MicropythonImage {
  const refuse = (what: string): never => {
    throw new DeviceError(`${basename(path)} ${what}\n  ${whatToDo(board)}`);
  };
  const blocks = readBlocks(file, refuse);
  const workaround = blocks.filter((block) => isWorkaround(block, board));
  const own = blocks.filter((block) => !workaround.includes(block));
  const pages = new Map<number, Buffer>();
  for (const [index, block] of own.entries()) {
    const wrong = whatIsWrong(block, index, own.length, board) ?? (pages.has(block.address) && twice(block));
    if (wrong) refuse(wrong);
    pages.set(block.address, pageOf(block));
  }
  const { total = own.length } = own[0] ?? {};
  if (total !== own.length)
    refuse(`is cut off: it says that it has ${grouped(total)} blocks, and has ${grouped(own.length)}.`);
  const version = checkMicropython(pages, board, refuse);
  return { version, pages, workaround: workaround.map(({ octets }) => octets) };
}

function whatToDo({ title, download }: Identity): string {
  return `MicroPython for the ${title} is the newest .uf2 file at micropython.org/download/${download}: download it again and name that.`;
}

function readBlocks(file: Buffer, refuse: (what: string) => never): Uf2Block[] {
  if (file.length < BLOCK_OCTETS || readBlock(file.subarray(0, BLOCK_OCTETS)) === null) refuse("is not a UF2 file.");
  if (file.length % BLOCK_OCTETS !== 0) refuse("is cut off: it ends in the middle of a block.");
  return Array.from({ length: file.length / BLOCK_OCTETS }, (_, index) => {
    const block = readBlock(file.subarray(index * BLOCK_OCTETS, (index + 1) * BLOCK_OCTETS));
    return block ?? refuse(`is damaged: what should be its block ${index + 1} is none.`);
  });
}

function isWorkaround(block: Uf2Block, { uf2Family }: Identity): boolean {
  const isFor = WORKAROUND.families.includes(uf2Family ?? 0);
  return isFor && block.family === WORKAROUND.family && block.address === WORKAROUND.address;
}

/** The requirements of the boot ROM (RP2040 datasheet, 2.8.4.2), and of the file system beside the program. */
function whatIsWrong(block: Uf2Block, index: number, count: number, board: Identity): string | undefined {
  const { address, flags, family, payloadOctets } = block;
  const end = board.flashAddress + board.flashOctets;
  const fileSystem = end - board.fileSystemOctets;
  const nth = `its block ${index + 1} of ${grouped(count)}`;
  if ((flags & FLAG_FAMILY) === 0) return `is for no chip in particular: ${nth} names no family.`;
  if (family !== board.uf2Family) return `is for another board: ${nth} is for ${familyName(family)}.`;
  if ((flags & ~(FLAG_FAMILY | FLAG_TAGS)) !== 0) return `has blocks that the board would skip: ${nth}.`;
  if (payloadOctets !== PAGE_OCTETS)
    return `has blocks that the board cannot take: ${nth} has ${payloadOctets} octets, not ${PAGE_OCTETS}.`;
  if (address % PAGE_OCTETS !== 0)
    return `has blocks that the board cannot take: ${nth} begins in the middle of a page, at ${hex(address)}.`;
  if (address < board.flashAddress || address >= end)
    return `reaches beyond the ${grouped(board.flashOctets / 1024)} KiB of the board's flash: ${nth} goes to ${hex(address)}.`;
  if (address >= fileSystem)
    return `reaches into the file system, which begins at ${hex(fileSystem)}: ${nth} goes to ${hex(address)}.`;
  if (block.number !== index || block.number >= block.total)
    return `is damaged: ${nth} says that it is ${grouped(block.number + 1)} of ${grouped(block.total)}.`;
  return undefined;
}

function twice({ address }: Uf2Block): string {
  return `writes the same place twice: two of its blocks go to ${hex(address)}.`;
}

function familyName(family: number): string {
  return FAMILIES[family] ?? `the unknown family ${hex(family)}`;
}

export function hex(word: number): string {
  return `0x${word.toString(16).padStart(8, "0")}`;
}
