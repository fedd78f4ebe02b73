// The journal in a file of this machine.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { journalLine, recordsIn } from "../domain/journal-line.ts";
import type { Journal } from "../ports/journal.ts";

const OWNER_ONLY = 0o600;

export class FileJournal implements Journal {
  constructor(private readonly path: string) {}

  read(): string[] {
    try {
      return recordsIn(readFileSync(this.path, "latin1"), checksum);
    } catch {
      return [];
    }
  }

  replace(records: readonly string[]): boolean {
    const fresh = `${this.path}.new`;
    try {
      writeSynced(fresh, records.map((record) => journalLine(record, checksum(record))).join(""));
      renameSync(fresh, this.path);
      return true;
    } catch {
      return false;
    }
  }
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, "w", OWNER_ONLY);
  try {
    writeSync(file, text, null, "latin1");
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function checksum(record: string): number {
  return crc32(Buffer.from(record, "latin1"));
}
