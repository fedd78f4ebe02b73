// What must be known after a power cut.
import type { KeptOctets } from "../domain/kept-octets.ts";

/** outbox: what was to be sent · parts: of unfinished long messages */
export type KeptName = "outbox" | "parts";

export interface Journal extends KeptOctets {
  /** The records, the oldest first; what is damaged is left out. */
  read(): string[];
  /**
   * Puts these records, of printable ASCII, in the place of all: whole, or not at all.
   * @returns whether it will be there after a power cut
   */
  replace(records: readonly string[]): boolean;
  /** What keep() was given last under this name; null for none, or a damaged one. */
  kept(name: KeptName): ReadonlyUint8Array | null;
  keep(name: KeptName, next: () => ReadonlyUint8Array | null): boolean;
}
