// A UF2 file as MicroPython's, made by hand: some pages of a program with the texts and the binary information by which
// MicroPython is known. Nothing here is shared with what reads and writes UF2 files in scripts/package.
import type { Identity } from "../../firmware-ts/boards/index.ts";

export interface Synthetic {
  readonly board: Identity;
  /** sys.implementation._machine; the board's own unless given. */
  readonly machine?: string;
  readonly version?: string;
  readonly pages?: number;
  /** The file system that the program says it has; the board's own unless given, none for null. */
  readonly fileSystem?: { readonly address: number; readonly octets: number } | null;
}

export const FLASH = 0x10000000;
const PAGE = 256;

export function syntheticMicropython(options: Synthetic): Buffer {
  const { board, pages = 40 } = options;
  const program = programOf(options, pages);
  const blocks = Array.from({ length: pages }, (_, number) =>
    block({
      address: FLASH + number * PAGE,
      number,
      total: pages,
      family: board.uf2Family ?? 0,
      payload: program.subarray(number * PAGE, (number + 1) * PAGE),
    }),
  );
  return Buffer.concat(blocks);
}

interface Fields {
  readonly address: number;
  readonly number: number;
  readonly total: number;
  readonly family: number;
  readonly payload: Buffer;
  readonly flags?: number;
}

/** Field by field as "File format" of microsoft/uf2 lists them. */
export function block({ address, number, total, family, payload, flags = 0x2000 }: Fields): Buffer {
  const octets = Buffer.alloc(512);
  octets.write("UF2\n", 0, "latin1");
  octets.writeUInt32LE(0x9e5d5157, 4);
  octets.writeUInt32LE(flags, 8);
  octets.writeUInt32LE(address, 12);
  octets.writeUInt32LE(payload.length, 16);
  octets.writeUInt32LE(number, 20);
  octets.writeUInt32LE(total, 24);
  octets.writeUInt32LE(family, 28);
  payload.copy(octets, 32);
  octets.writeUInt32LE(0x0ab16f30, 508);
  return octets;
}

/** The block that goes before an RP2350's (RP2350 datasheet, erratum RP2350-E10; picotool writes it so). */
export function workaroundBlock(): Buffer {
  const payload = Buffer.alloc(PAGE, 0xef);
  const octets = block({ address: 0x10ffff00, number: 0, total: 2, family: 0xe48bff57, payload, flags: 0xa000 });
  octets.writeUInt32LE(0x9957e304, 32 + PAGE);
  return octets;
}

/** Any octets, but for what MicroPython is known by. */
function programOf(
  { board, machine = board.machine, version = "1.28.0", fileSystem }: Synthetic,
  pages: number,
): Buffer {
  const program = Buffer.from(Uint8Array.from({ length: pages * PAGE }, (_, at) => (at * 7 + (at >> 8) * 13) & 0xff));
  // Across the border of two pages.
  program.write(`3.4.0; MicroPython v${version} on 2026-04-06\0`, 5 * PAGE - 10, "latin1");
  program.write(`; ${machine}\0`, 7 * PAGE, "latin1");
  const start = board.flashAddress + board.flashOctets - board.fileSystemOctets;
  const { address, octets } = fileSystem ?? { address: start, octets: board.fileSystemOctets };
  if (fileSystem !== null) writeBinaryInfo(program, address, octets);
  return program;
}

/** Header, list of two entries, the second of which is the block device (pico-sdk, binary_info/structure.h). */
function writeBinaryInfo(program: Buffer, address: number, octets: number): void {
  const at = { header: 0x1d4, list: 0x900, other: 0x940, device: 0x960, name: 0x990 };
  const words = (offset: number, ...values: number[]) => {
    for (const [index, value] of values.entries()) program.writeUInt32LE(value, offset + 4 * index);
  };
  words(at.header, 0x7188ebf2, FLASH + at.list, FLASH + at.list + 8, FLASH + 0x238, 0xe71aa390);
  words(at.list, FLASH + at.other, FLASH + at.device);
  words(at.other, 0x50520006, 0x02031c86, FLASH + at.name);
  words(at.device, 0x504d0007, FLASH + at.name, address, octets, 0, 0x1);
  program.write("MicroPython\0", at.name, "latin1");
}
