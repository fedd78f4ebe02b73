// The journal on the board's flash. littlefs makes a file's new content durable when it is closed, whole or not at all,
// and replaces a file by renaming in one step. A write holds interrupts off: only the caller knows when that does no harm.
import { crc32 } from "binascii";
import { type OctetFile, open } from "io";
import { rename } from "os";
import { journalLine } from "../domain/journal-line.ts";
import type { Journal, KeptName } from "../ports/journal.ts";
import { opened } from "./flash-file.ts";

export const PATH = "/journal";
const FRESH = "/journal.new";
const KEPT_OCTETS_MAX = 32768;
const SUM_OCTETS = 4;
const PIECE_OCTETS = 256;

const encoder = new TextEncoder();

export class FlashJournal implements Journal {
  /** What is read a piece at a time. */
  private file: OctetFile | null = null;

  replace(records: readonly string[]): boolean {
    const lines = records.map((record) => encoder.encode(journalLine(record, checksum(record))));
    return written(FRESH, PATH, () => lines.shift() ?? null, false);
  }

  keptSize(name: KeptName): int<-1, 65535> {
    this.openKept(name);
    const { file } = this;
    if (file === null) return -1;
    const size = Math.min(Math.max(file.seek(0, 2) - SUM_OCTETS, 0), KEPT_OCTETS_MAX);
    const piece = new Uint8Array(PIECE_OCTETS);
    let sum: u32 = 0;
    for (let at = 0; at < size; at += PIECE_OCTETS) {
      this.readKept(at, piece);
      sum = crc32(piece.subarray(0, size - at), sum);
    }
    this.readKept(size, piece);
    this.closeKept();
    const expected = sumOctets(sum);
    for (let i = 0; i < SUM_OCTETS; i++) if (piece[i] !== expected[i]) return -1;
    return size;
  }

  openKept(name: KeptName): boolean {
    this.closeKept();
    this.file = opened(`/${name}`);
    return this.file !== null;
  }

  readKept(at: int<0, 2000000>, into: Uint8Array): int<0, 65535> {
    const { file } = this;
    if (file === null) return 0;
    try {
      file.seek(at, 0);
      return Math.min(file.readinto(into), 65535);
    } catch (error) {
      // A full heap says nothing about the file.
      if (error instanceof RangeError) throw error;
      return 0;
    }
  }

  closeKept(): void {
    this.file?.close();
    this.file = null;
  }

  keep(name: KeptName, next: () => ReadonlyUint8Array | null): boolean {
    const isKept = written(`/${name}.new`, `/${name}`, next, true);
    this.closeKept();
    return isKept;
  }
}

/**
 * @param next as of keep()
 * @param isSummed a checksum stands behind the octets
 * @returns whether the file is there, whole
 */
function written(fresh: string, path: string, next: () => ReadonlyUint8Array | null, isSummed: boolean): boolean {
  try {
    const file = open(fresh, "wb");
    let sum: u32 = 0;
    let piece = next();
    while (piece !== null && piece.length > 0) {
      sum = crc32(piece, sum);
      file.write(piece);
      piece = next();
    }
    if (isSummed) file.write(sumOctets(sum));
    file.close();
    if (piece === null) rename(fresh, path);
    return piece === null;
  } catch {
    // Of a full heap, too: it is not written, which is true, and what was there before stays.
    return false;
  }
}

function sumOctets(sum: u32): Uint8Array {
  return Uint8Array.of((sum >>> 24) & 0xff, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff);
}

export function checksum(record: string): number {
  return crc32(encoder.encode(record));
}
