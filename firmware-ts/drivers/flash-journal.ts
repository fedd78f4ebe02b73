// The journal on the board's flash. littlefs makes a file's new content durable when it is closed, whole or not at all,
// and replaces a file by renaming in one step. A write holds interrupts off: only the caller knows when that does no harm.
import { crc32 } from "binascii";
import { type OctetFile, open } from "io";
import { rename } from "os";
import { journalLine, recordsIn } from "../domain/journal-line.ts";
import type { Journal, KeptName } from "../ports/journal.ts";

const PATH = "/journal";
const FRESH = "/journal.new";
const OCTETS_MAX = 8192;
const KEPT_OCTETS_MAX = 32768;
const SUM_OCTETS = 4;

const encoder = new TextEncoder();

export class FlashJournal implements Journal {
  read(): string[] {
    const octets = contents(PATH, OCTETS_MAX);
    if (octets === null) return [];
    try {
      return recordsIn(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets), checksum);
    } catch {
      return [];
    }
  }

  replace(records: readonly string[]): boolean {
    return written(
      FRESH,
      PATH,
      records.map((record) => encoder.encode(journalLine(record, checksum(record)))),
    );
  }

  kept(name: KeptName): ReadonlyUint8Array | null {
    const octets = contents(`/${name}`, KEPT_OCTETS_MAX);
    if (octets === null || octets.length < SUM_OCTETS) return null;
    const end = octets.length - SUM_OCTETS;
    const sum = sumOctets(crc32(octets.subarray(0, end)));
    for (let i = 0; i < SUM_OCTETS; i++) if (octets[end + i] !== sum[i]) return null;
    return octets.subarray(0, end);
  }

  keep(name: KeptName, pieces: readonly ReadonlyUint8Array[]): boolean {
    let sum: u32 = 0;
    for (const piece of pieces) sum = crc32(piece, sum);
    return written(`/${name}.new`, `/${name}`, [...pieces, sumOctets(sum)]);
  }
}

/** Of a file; null when there is none. */
function contents(path: string, octetsMax: int<0, 65535>): ReadonlyUint8Array | null {
  const file = opened(path);
  if (file === null) return null;
  // A read takes the heap that it is asked for, and not what there is.
  const size = file.seek(0, 2);
  file.seek(0, 0);
  const octets = file.read(Math.min(size, octetsMax));
  file.close();
  return octets;
}

function opened(path: string): OctetFile | null {
  try {
    return open(path, "rb");
  } catch {
    return null;
  }
}

/** @returns whether the file is there, whole */
function written(fresh: string, path: string, pieces: readonly ReadonlyUint8Array[]): boolean {
  try {
    const file = open(fresh, "wb");
    for (const piece of pieces) file.write(piece);
    file.close();
    rename(fresh, path);
    return true;
  } catch {
    return false;
  }
}

function sumOctets(sum: u32): Uint8Array {
  return Uint8Array.of((sum >>> 24) & 0xff, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff);
}

function checksum(record: string): number {
  return crc32(encoder.encode(record));
}
