// Looks into the program of a UF2 file: whether it is MicroPython, for this very board, new enough, and with its file
// system where the gateway's will be. Boards of one family differ in these, and no block of the file says so.
import type { Identity } from "../../firmware-ts/boards/index.ts";
import { OLDEST } from "../device/micropython.ts";
import { PAGE_OCTETS } from "./uf2.ts";

/** What its REPL begins with (shared/runtime/pyexec.c): in the program as text. */
const VERSION = /MicroPython v(\d+)\.(\d+)(\.\d+)?/;
/** sys.implementation._machine, likewise. */
const MACHINE = /[A-Z][ -:<-~]{2,60} with (RP2\d{3}|ESP32[ -~]{0,4})/;

// Binary information (pico-sdk, pico_binary_info/include/pico/binary_info/defs.h and structure.h): a header near the
// start points to a list of pointers to entries, one of which says where the file system is.
const HEADER = { start: 0x7188ebf2, end: 0xe71aa390, words: 5, searchedOctets: 4096 };
const BLOCK_DEVICE = { type: 7, name: 4, address: 8, length: 12 };
const NAME = "MicroPython\0";

/**
 * The version, as in 1.28.0. Calls `refuse` with what is wrong.
 * @param pages of the program, by address
 */
export function checkMicropython(
  pages: ReadonlyMap<number, Buffer>,
  board: Identity,
  refuse: (what: string) => never,
): string {
  const program = new Program(pages);
  const text = program.octets.toString("latin1");
  const [, major = "", minor = "", patch = ""] = VERSION.exec(text) ?? refuse("holds no MicroPython.");
  if (!text.includes(board.machine))
    refuse(`is for another board: ${MACHINE.exec(text)?.[0] ?? "it does not say which"}.`);
  const version = `${major}.${minor}${patch}`;
  if (Number(major) <= 1 && Number(minor) < OLDEST)
    refuse(`holds MicroPython ${version}, which is too old: the gateway needs 1.${OLDEST} or newer.`);
  const found = fileSystemOf(program);
  const expected = board.flashAddress + board.flashOctets - board.fileSystemOctets;
  if (found && (found.address !== expected || found.octets !== board.fileSystemOctets))
    refuse(
      `has its file system elsewhere than on a ${board.title}: ${found.octets / 1024} KiB at 0x${found.address.toString(16)}.`,
    );
  return version;
}

/** The flash from the first page to the last; what no page brings is blank. */
class Program {
  readonly start: number;
  readonly octets: Buffer;

  constructor(pages: ReadonlyMap<number, Buffer>) {
    const addresses = [...pages.keys()].sort((a, b) => a - b);
    this.start = addresses[0] ?? 0;
    this.octets = Buffer.alloc((addresses.at(-1) ?? 0) + PAGE_OCTETS - this.start, 0xff);
    for (const [address, page] of pages) page.copy(this.octets, address - this.start);
  }

  /** Undefined outside of the program. */
  word(address: number): number | undefined {
    const at = address - this.start;
    return at >= 0 && at + 4 <= this.octets.length ? this.octets.readUInt32LE(at) : undefined;
  }

  textStartsWith(address: number, text: string): boolean {
    const at = address - this.start;
    return at >= 0 && this.octets.toString("latin1", at, at + text.length) === text;
  }
}

/** Where MicroPython says that its file system is; undefined when it does not say. */
function fileSystemOf(program: Program): { address: number; octets: number } | undefined {
  const list = entryList(program);
  for (let at = list.start; at < list.end; at += 4) {
    const entry = program.word(at) ?? 0;
    if (((program.word(entry) ?? 0) & 0xffff) !== BLOCK_DEVICE.type) continue;
    if (!program.textStartsWith(program.word(entry + BLOCK_DEVICE.name) ?? 0, NAME)) continue;
    const address = program.word(entry + BLOCK_DEVICE.address);
    const octets = program.word(entry + BLOCK_DEVICE.length);
    if (address !== undefined && octets !== undefined) return { address, octets };
  }
  return undefined;
}

/** The addresses of the list's start and end; equal when there is no header. */
function entryList(program: Program): { start: number; end: number } {
  for (let at = program.start; at < program.start + HEADER.searchedOctets; at += 4) {
    if (program.word(at) !== HEADER.start || program.word(at + 4 * (HEADER.words - 1)) !== HEADER.end) continue;
    const [start = 0, end = 0] = [program.word(at + 4), program.word(at + 8)];
    return { start, end: Math.min(end, program.start + program.octets.length) };
  }
  return { start: 0, end: 0 };
}
