// What must be known after a power cut.

export interface Journal {
  /** The records, the oldest first; what is damaged is left out. */
  read(): string[];
  /**
   * Puts these records, of printable ASCII, in the place of all: whole, or not at all.
   * @returns whether it will be there after a power cut
   */
  replace(records: readonly string[]): boolean;
  /** What keep() was given last; null for none, or a damaged one. */
  kept(): ReadonlyUint8Array | null;
  /** Puts these octets, one piece after the other, in the place of those before: as replace() does. */
  keep(pieces: readonly ReadonlyUint8Array[]): boolean;
}
