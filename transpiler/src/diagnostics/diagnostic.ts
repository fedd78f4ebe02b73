// What the compiler says to its user: one record a finding. The factories are in catalogue.ts, the text form in render.ts.

export interface Diagnostic {
  /** `TP1234`: ours. `TS2322`: TypeScript's own. */
  readonly code: string;
  /** Absolute path of the file; null when the finding has no place (an option, a missing entry). */
  readonly file: string | null;
  /** Offsets in UTF-16 units in that file, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** What to write instead; empty for TypeScript's own. */
  readonly hint: string;
}
