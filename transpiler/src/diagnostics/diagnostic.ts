// What the compiler says to its user: one record a finding. The factories are in catalogue.ts, the text form in render.ts.

/** A place, and what it has to do with a finding elsewhere. */
export interface Related {
  /** Absolute path of the file; null when there is no place. */
  readonly file: string | null;
  /** Offsets in UTF-16 units in that file, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface Diagnostic {
  /** `TP1234`: ours. `TS2322`: TypeScript's own. */
  readonly code: string;
  /** Absolute path of the file; null when the finding has no place (an option, a missing entry). */
  readonly file: string | null;
  /** Offsets in UTF-16 units in that file, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What is wrong: one sentence of ours; TypeScript's may go on in indented lines. */
  readonly message: string;
  /** What to write instead; empty for TypeScript's own. */
  readonly hint: string;
  /** Other places that TypeScript points to. */
  readonly related?: readonly Related[];
}

/** By file and position; what has no file comes first. By code units: the same order in every locale. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file ?? "", b.file ?? "") ||
    a.start - b.start ||
    compareText(a.code, b.code) ||
    a.end - b.end ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Sorted, and no code twice at one place. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  return sorted.filter(({ code, file, start, message }, index) => {
    const before = sorted[index - 1];
    const repeats = before?.code === code && before.file === file && before.start === start;
    // What has no place is told apart by its words.
    return !repeats || (file === null && before.message !== message);
  });
}
