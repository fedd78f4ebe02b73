// The journal in a file of this machine.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { journalLine, recordsIn } from "../domain/journal-line.ts";
import type { Journal, KeptName } from "../ports/journal.ts";

const OWNER_ONLY = 0o600;
const SUM_OCTETS = 4;

export class FileJournal implements Journal {
  /** What is read a piece at a time. */
  private open: Uint8Array | null = null;

  constructor(private readonly path: string) {}

  /** The records, the oldest first; what is damaged is left out. */
  read(): string[] {
    try {
      return recordsIn(readFileSync(this.path, "latin1"), checksum);
    } catch {
      return [];
    }
  }

  replace(records: readonly string[]): boolean {
    return isWritten(
      this.path,
      records.map((record) => Buffer.from(journalLine(record, checksum(record)), "latin1")),
    );
  }

  keptSize(name: KeptName): number {
    return this.kept(name)?.length ?? -1;
  }

  openKept(name: KeptName): boolean {
    this.open = this.kept(name);
    return this.open !== null;
  }

  readKept(at: number, into: Uint8Array): number {
    const octets = this.open?.subarray(at, at + into.length) ?? new Uint8Array(0);
    into.set(octets);
    return octets.length;
  }

  closeKept(): void {
    this.open = null;
  }

  /** What keep() was given last under this name; null for none, or a damaged one. */
  kept(name: KeptName): Uint8Array | null {
    try {
      const octets = readFileSync(this.pathOf(name));
      const end = octets.length - SUM_OCTETS;
      return octets.readUInt32BE(end) === crc32(octets.subarray(0, end)) ? octets.subarray(0, end) : null;
    } catch {
      return null;
    }
  }

  keep(name: KeptName, next: () => ReadonlyUint8Array | null): boolean {
    const pieces: Uint8Array[] = [];
    let piece = next();
    // The next one may come in the same octets.
    for (; piece !== null && piece.length > 0; piece = next()) pieces.push(Uint8Array.from(piece));
    this.closeKept();
    if (piece !== null) return false;
    const whole = Buffer.concat(pieces);
    const sum = Buffer.alloc(SUM_OCTETS);
    sum.writeUInt32BE(crc32(whole));
    return isWritten(this.pathOf(name), [whole, sum]);
  }

  private pathOf(name: KeptName): string {
    return `${this.path}.${name}`;
  }
}

function isWritten(path: string, pieces: readonly Uint8Array[]): boolean {
  const fresh = `${path}.new`;
  try {
    writeSynced(fresh, pieces);
    renameSync(fresh, path);
    return true;
  } catch {
    return false;
  }
}

function writeSynced(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, "w", OWNER_ONLY);
  try {
    for (const piece of pieces) writeSync(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function checksum(record: string): number {
  return crc32(Buffer.from(record, "latin1"));
}
