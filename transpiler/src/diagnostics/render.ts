// Diagnostics as text: one line each for tools, with the source for people, or as JSON. Sorted, and none twice.
import { pathToFileURL } from "node:url";
import picocolors from "picocolors";
import { LineTable, type Position } from "../source-map/line-table.ts";
import { codeFrame } from "./code-frame.ts";
import { type Diagnostic, inOrder, type Related } from "./diagnostic.ts";
import { docsPage, REFERENCE } from "./reference.ts";
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
  /** What is wrong: one sentence of ours. TypeScript's may go on in indented lines. */
  readonly message: string;
  /** What to write instead; empty where TypeScript's own sentence says all. */
  readonly hint: string;
  /** Where the code is explained, below the folder of ts2mpy; null for TypeScript's own. */
  readonly help: string | null;
  /** Other places that have to do with it. */
  readonly related: readonly RelatedRecord[];
}

export interface RelatedRecord {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  readonly message: string;
}

/** A place found in its file. */
interface Located {
  /** As shown; empty without a file. */
  readonly file: string;
  readonly place: { readonly lines: LineTable; readonly start: Position; readonly end: Position } | null;
}

interface LocatedDiagnostic extends Located {
  readonly diagnostic: Diagnostic;
  readonly related: readonly (Located & { readonly message: string })[];
}

type Reading = Pick<RenderOptions, "cwd" | "readFile">;
type Colours = ReturnType<typeof picocolors.createColors>;

/**
 * All diagnostics and a closing line that counts them; empty text for none. Every line ends in \n.
 * The plain form is `file.ts:line:column - error TPnnnn: sentence`, the hint indented on the line after it.
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const located = locate(diagnostics, options);
  if (located.length === 0) return "";
  const colours = picocolors.createColors(options.colour ?? false);
  const blocks = located.map((one) => (options.pretty ? prettyBlock(one, colours) : plainBlock(one, colours)));
  const end = options.pretty ? [count(located), ...perFile(located, colours)] : [count(located)];
  return [...blocks.flat(), ...end].map((line) => `${line}\n`).join("");
}

/** `{"version":1,"diagnostics":[DiagnosticRecord…]}`, also for none; ends in \n. */
export function renderJson(diagnostics: readonly Diagnostic[], options: Reading): string {
  return `${JSON.stringify({ version: 1, diagnostics: locate(diagnostics, options).map(toRecord) })}\n`;
}

function locate(diagnostics: readonly Diagnostic[], options: Reading): LocatedDiagnostic[] {
  const tables = new Map<string, LineTable | null>();
  const tableOf = (path: string): LineTable | null => {
    if (!tables.has(path)) {
      const text = options.readFile(path);
      tables.set(path, text === null ? null : new LineTable(text));
    }
    return tables.get(path) ?? null;
  };
  const find = ({ file, start, end }: Diagnostic | Related): Located => {
    const lines = file === null ? null : tableOf(file);
    const place = lines && { lines, start: lines.position(start), end: lines.position(end) };
    return { file: file === null ? "" : shownPath(file, options.cwd), place };
  };
  return inOrder(diagnostics).map((diagnostic) => ({
    ...find(diagnostic),
    diagnostic,
    related: (diagnostic.related ?? []).map((one) => ({ ...find(one), message: one.message })),
  }));
}

function plainBlock(one: LocatedDiagnostic, colours: Colours): string[] {
  const related = one.related.map((other) => indent(`${where(other, colours)}${other.message}`));
  return [headline(one, colours), ...hintLines(one.diagnostic, colours), ...related];
}

function prettyBlock(one: LocatedDiagnostic, colours: Colours): string[] {
  const related = one.related.flatMap((other) =>
    [where(other, colours).replace(/ - $/, ""), ...frameLines(other, colours, colours.cyan), other.message].map(indent),
  );
  const text = [headline(one, colours), ...hintLines(one.diagnostic, colours), ...helpLine(one.diagnostic, colours)];
  const source = frameLines(one, colours, colours.red);
  return [...text, "", ...source, ...(source.length > 0 ? [""] : []), ...related, ...(related.length > 0 ? [""] : [])];
}

function indent(line: string): string {
  return line === "" ? line : line.replace(/^/gm, "  ");
}

function where({ file, place }: Located, colours: Colours): string {
  const at = place ? `:${colours.yellow(place.start.line)}:${colours.yellow(place.start.column)}` : "";
  return file === "" ? "" : `${colours.cyan(file)}${at} - `;
}

function headline(one: LocatedDiagnostic, colours: Colours): string {
  const { code, message } = one.diagnostic;
  return `${where(one, colours)}${colours.red("error")} ${colours.dim(`${code}:`)} ${message}`;
}

function hintLines({ hint }: Diagnostic, colours: Colours): string[] {
  return hint === "" ? [] : hint.split("\n").map((line) => `  ${colours.green(line)}`);
}

/** Where the code is explained; a terminal that knows links (OSC 8) opens the page itself. */
function helpLine({ code }: Diagnostic, colours: Colours): string[] {
  const help = docsPage(code);
  if (help === null) return [];
  if (!colours.isColorSupported) return [`  ${help}`];
  const url = `${pathToFileURL(REFERENCE)}#${code.toLowerCase()}`;
  return [`  ${colours.dim(`\x1b]8;;${url}\x07${help}\x1b]8;;\x07`)}`];
}

function frameLines({ place }: Located, colours: Colours, marker: (text: string) => string): string[] {
  return place ? codeFrame(place.lines, place.start, place.end, { gutter: colours.inverse, marker }) : [];
}

function count(located: readonly LocatedDiagnostic[]): string {
  const files = new Set(located.map((one) => one.file).filter((file) => file !== "")).size;
  const errors = plural(located.length, "error");
  return files === 0 ? `${errors}.` : `${errors} in ${plural(files, "file")}.`;
}

/** How many errors each of several files has, and where its first one is. */
function perFile(located: readonly LocatedDiagnostic[], colours: Colours): string[] {
  const files = [...new Set(located.map(({ file }) => file))].filter((file) => file !== "");
  if (files.length < 2) return [];
  const rows = files.map((file) => {
    const [first, ...others] = located.filter((one) => one.file === file);
    const line = first?.place ? colours.dim(`:${first.place.start.line}`) : "";
    return `${String(1 + others.length).padStart(6)}  ${file}${line}`;
  });
  return ["", "Errors  Files", ...rows];
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function toRecord({ diagnostic, related, ...located }: LocatedDiagnostic): DiagnosticRecord {
  const { code, message, hint } = diagnostic;
  const others = related.map(({ message, ...other }) => ({ ...placeRecord(other), message }));
  return { code, ...placeRecord(located), message, hint, help: docsPage(code), related: others };
}

function placeRecord({ file, place }: Located): Omit<RelatedRecord, "message"> {
  return {
    file: file === "" ? null : file,
    line: place?.start.line ?? null,
    column: place?.start.column ?? null,
    endLine: place?.end.line ?? null,
    endColumn: place?.end.column ?? null,
  };
}
