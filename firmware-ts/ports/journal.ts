// What must be known after a power cut.

export interface Journal {
  /** The records, the oldest first; what is damaged is left out. */
  read(): string[];
  /**
   * Puts these records, of printable ASCII, in the place of all: whole, or not at all.
   * @returns whether it will be there after a power cut
   */
  replace(records: readonly string[]): boolean;
}
