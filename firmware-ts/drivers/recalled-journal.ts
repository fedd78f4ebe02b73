// What the journal on the flash holds when the gateway starts: read once, so this is forgotten after the start.
import { type OctetFile, open } from "io";
import { recordsIn } from "../domain/journal-line.ts";
import type { Journal } from "../ports/journal.ts";
import { checksum, PATH } from "./flash-journal.ts";

const OCTETS_MAX = 8192;

/** The records, the oldest first; what is damaged is left out. */
export function recalledRecords(): string[] {
  const file = opened();
  if (file === null) return [];
  // A read takes the heap that it is asked for, and not what there is.
  const size = file.seek(0, 2);
  file.seek(0, 0);
  const octets = file.read(Math.min(size, OCTETS_MAX));
  file.close();
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

function opened(): OctetFile | null {
  try {
    return open(PATH, "rb");
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return null;
  }
}
