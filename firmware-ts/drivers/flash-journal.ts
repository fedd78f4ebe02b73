// The journal on the board's flash. littlefs makes a file's new content durable when it is closed, whole or not at all,
// and replaces a file by renaming in one step. A write holds interrupts off: only the caller knows when that does no harm.
import { crc32 } from "binascii";
import { type OctetFile, open } from "io";
import { rename } from "os";
import { journalLine, recordsIn } from "../domain/journal-line.ts";
import type { Journal } from "../ports/journal.ts";

const PATH = "/journal";
const FRESH = "/journal.new";
const OCTETS_MAX = 8192;

const encoder = new TextEncoder();

export class FlashJournal implements Journal {
  read(): string[] {
    const file = opened();
    if (file === null) return [];
    const octets = file.read(OCTETS_MAX);
    file.close();
    try {
      return recordsIn(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets), checksum);
    } catch {
      return [];
    }
  }

  replace(records: readonly string[]): boolean {
    try {
      const file = open(FRESH, "wb");
      for (const record of records) file.write(encoder.encode(journalLine(record, checksum(record))));
      file.close();
      rename(FRESH, PATH);
      return true;
    } catch {
      return false;
    }
  }
}

function opened(): OctetFile | null {
  try {
    return open(PATH, "rb");
  } catch {
    return null;
  }
}

function checksum(record: string): number {
  return crc32(encoder.encode(record));
}
