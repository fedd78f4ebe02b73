// What is kept on the flash under a name, as those read and write it that have no room for all of it at once.

export interface KeptOctets {
  /** Looks whether it is whole. @returns how many octets it has; -1 when there is none, or a damaged one */
  keptSize(name: "outbox" | "discovery"): int<-1, 65535>;
  /** Opens it for readKept(), one at a time: until closeKept(), or the next keep(). @returns whether it is there */
  openKept(name: "outbox" | "discovery"): boolean;
  /** Fills `into` with the octets from a place on. @returns how many there were */
  readKept(at: int<0, 2000000>, into: Uint8Array): int<0, 65535>;
  closeKept(): void;
  /**
   * Puts octets in the place of those before, whole or not at all; those before may be read meanwhile.
   * @param next gives them piece by piece, null at the end; a piece without octets ends it in vain
   * @returns whether they will be there after a power cut
   */
  keep(name: "outbox" | "discovery", next: () => ReadonlyUint8Array | null): boolean;
}
