// What must be known after a power cut.
import type { KeptOctets } from "../domain/kept-octets.ts";

/**
 * outbox: what was to be sent · parts: of unfinished long messages · discovery: what Home Assistant is told · crash:
 * drivers/start-record.late.ts, read alone · reset.wanted: drivers/factory-reset.late.ts
 */
export type KeptName = "outbox" | "parts" | "discovery" | "crash" | "reset.wanted";

export interface Journal extends KeptOctets {
  /**
   * Puts these records, of printable ASCII, in the place of all: whole, or not at all.
   * @returns whether it will be there after a power cut
   */
  replace(records: readonly string[]): boolean;
  keptSize(name: KeptName): int<-1, 65535>;
  openKept(name: KeptName): boolean;
  keep(name: KeptName, next: () => ReadonlyUint8Array | null): boolean;
}
