// Diagnostics as text: one line each for tools, with the source for people, or as JSON. Sorted, and none twice.
import picocolors from "picocolors";
import { LineTable, type Position } from "../source-map/line-table.ts";
import { codeFrame } from "./code-frame.ts";
import { type Diagnostic, inOrder } from "./diagnostic.ts";
import { shownPath } from "./shown-path.ts";

export interface RenderOptions {
  /** With the source line and its guilty part underlined. */
  readonly pretty?: boolean | undefined;
  readonly colour?: boolean | undefined;
  /** Files below it are named relative to it. */
  readonly cwd: string;
  /** A file's text, or null if it cannot be read: its diagnostics then have no line. */
  readonly readFile: (path: string) => string | null;
}

/** One diagnostic as `--json` gives it: lines and columns from 1, columns in UTF-16 units, `end…` exclusive. */
export interface DiagnosticRecord {
  readonly code: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  readonly message: string;
  readonly hint: string;
}

/** A diagnostic with its place found: what all three forms are made from. */
interface Located {
  readonly diagnostic: Diagnostic;
  /** As shown; empty without a file. */
  readonly file: string;
  readonly place: { readonly lines: LineTable; readonly start: Position; readonly end: Position } | null;
}

type Colours = ReturnType<typeof picocolors.createColors>;

/**
 * All diagnostics and a closing line that counts them; empty text for none. Every line ends in \n.
 * The plain form is `file.ts:line:column - error TPnnnn: sentence`, the hint indented on the line after it.
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const located = locate(diagnostics, options);
  if (located.length === 0) return "";
  const colours = picocolors.createColors(options.colour ?? false);
  const blocks = located.map((one) => {
    const text = [headline(one, colours), ...hintLines(one.diagnostic, colours)];
    return options.pretty ? [...text, "", ...frameLines(one, colours)] : text;
  });
  return [...blocks.flat(), count(located)].map((line) => `${line}\n`).join("");
}

/** `{"version":1,"diagnostics":[DiagnosticRecord…]}`, also for none; ends in \n. */
export function renderJson(
  diagnostics: readonly Diagnostic[],
  options: Pick<RenderOptions, "cwd" | "readFile">,
): string {
  return `${JSON.stringify({ version: 1, diagnostics: locate(diagnostics, options).map(toRecord) })}\n`;
}

function locate(diagnostics: readonly Diagnostic[], options: Pick<RenderOptions, "cwd" | "readFile">): Located[] {
  const tables = new Map<string, LineTable | null>();
  const tableOf = (path: string): LineTable | null => {
    if (!tables.has(path)) {
      const text = options.readFile(path);
      tables.set(path, text === null ? null : new LineTable(text));
    }
    return tables.get(path) ?? null;
  };
  return inOrder(diagnostics).map((diagnostic) => {
    const lines = diagnostic.file === null ? null : tableOf(diagnostic.file);
    const place = lines && { lines, start: lines.position(diagnostic.start), end: lines.position(diagnostic.end) };
    return { diagnostic, file: diagnostic.file === null ? "" : shownPath(diagnostic.file, options.cwd), place };
  });
}

function headline({ diagnostic, file, place }: Located, colours: Colours): string {
  const at = place ? `:${colours.yellow(place.start.line)}:${colours.yellow(place.start.column)}` : "";
  const where = file === "" ? "" : `${colours.cyan(file)}${at} - `;
  return `${where}${colours.red("error")} ${colours.dim(`${diagnostic.code}:`)} ${diagnostic.message}`;
}

function hintLines({ hint }: Diagnostic, colours: Colours): string[] {
  return hint === "" ? [] : hint.split("\n").map((line) => `  ${colours.green(line)}`);
}

function frameLines({ place }: Located, colours: Colours): string[] {
  if (!place) return [];
  return [...codeFrame(place.lines, place.start, place.end, { gutter: colours.inverse, marker: colours.red }), ""];
}

function count(located: readonly Located[]): string {
  const files = new Set(located.map((one) => one.file).filter((file) => file !== "")).size;
  const errors = plural(located.length, "error");
  return files === 0 ? `${errors}.` : `${errors} in ${plural(files, "file")}.`;
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function toRecord({ diagnostic, file, place }: Located): DiagnosticRecord {
  return {
    code: diagnostic.code,
    file: file === "" ? null : file,
    line: place?.start.line ?? null,
    column: place?.start.column ?? null,
    endLine: place?.end.line ?? null,
    endColumn: place?.end.column ?? null,
    message: diagnostic.message,
    hint: diagnostic.hint,
  };
}
