// What the journal on the flash holds when the gateway starts: read once, so this is forgotten after the start.
import { recordsIn } from "../domain/journal-line.ts";
import type { Journal } from "../ports/journal.ts";
import { octetsIn } from "./flash-file.ts";
import { checksum, PATH } from "./flash-journal.ts";

const OCTETS_MAX = 8192;

/** The records, the oldest first; what is damaged is left out. */
export function recalledRecords(): string[] {
  const octets = octetsIn(PATH, OCTETS_MAX);
  if (octets === null) return [];
  try {
    return recordsIn(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets), checksum);
  } catch (error) {
    // A full heap says nothing about the file: without its records a command could be executed twice.
    if (error instanceof RangeError) throw error;
    return [];
  }
}

/** The parts of long messages that wait; none where what is kept of them is damaged. */
export function recalledParts(journal: Journal): ReadonlyUint8Array {
  const octets = new Uint8Array(Math.max(journal.keptSize("parts"), 0));
  if (octets.length > 0 && journal.openKept("parts")) journal.readKept(0, octets);
  journal.closeKept();
  return octets;
}
