// Code that does not stay in memory.

export interface LateCode {
  /** Loads a part of it. @returns whether all is there */
  loadNext(): boolean;
  /** It is of no use for now: what was made by it must be dropped before. */
  forget(): void;
}
