// Source maps, version 3 (ECMA-426), from Python back to TypeScript: made from the printer's marks, read for tracebacks.
// An extension, `x_functions`, holds the functions of the TypeScript file: [start line, start column, end line, end
// column, name], lines from 1, columns from 1, the end exclusive; after the name the index of the file, where that is not 0.
// Another is `x_names`, where the device has other names: what it calls what stands at the top of the file, and the author's
// names; again with the index.
import { GenMapping, maybeAddMapping, setSourceContent, toEncodedMap } from "@jridgewell/gen-mapping";
import { decodedMappings, type SourceMapSegment, TraceMap, traceSegment } from "@jridgewell/trace-mapping";
import type { Mark } from "../python/writer.ts";
import type { NamedSpan } from "./function-names.ts";
import { LineTable, type Position } from "./line-table.ts";

export interface MapFiles extends MapSource {
  /** The Python file's path on the device: `app/domain/inbox.py`. */
  readonly file: string;
}

/** A TypeScript file that the Python comes from, or a part of it. */
export interface MapSource {
  /** The TypeScript file as the map shall name it, with forward slashes. */
  readonly source: string;
  /** Its text: the marks' offsets count in it, and it is kept in the map, for a map may outlive the file. */
  readonly sourceContent: string;
  readonly functions: readonly NamedSpan[];
  /** What the device calls a name of the module's top level, where that is another, and the author's. */
  readonly names?: ReadonlyMap<string, string>;
}

type FunctionRow = readonly [
  startLine: number,
  startColumn: number,
  endLine: number,
  endColumn: number,
  name: string,
  source?: number,
];
type NameRow = readonly [onDevice: string, own: string, source?: number];

/** A map that was read, and the functions of its TypeScript file. */
export interface ReadMap {
  readonly trace: TraceMap;
  readonly functions: readonly FunctionRow[];
  /** What the device calls what stands at the top of the file, where that is another name, and its own. */
  readonly names: ReadonlyMap<string, string>;
}

export interface OriginalPosition extends Position {
  /** As the map names it. */
  readonly source: string;
}

/** The map as JSON; the same marks give the same text. */
export function toSourceMap(marks: readonly Mark[], files: MapFiles): string {
  return toJoinedSourceMap(files.file, [{ ...files, marks }]);
}

/**
 * The map of a Python file that comes from several.
 * @param before of what stands at its beginning and comes from none; null nothing
 */
export function toJoinedSourceMap(
  file: string,
  parts: readonly (MapSource & { marks: readonly Mark[] })[],
  before: string | null = null,
): string {
  const map = new GenMapping({ file });
  const functions: FunctionRow[] = [];
  const names: NameRow[] = before === null ? [] : ((JSON.parse(before) as Extensions).x_names ?? []).map(ofNone);
  for (const [index, part] of parts.entries()) {
    const at: [] | [number] = index === 0 ? [] : [index];
    const lines = new LineTable(part.sourceContent);
    setSourceContent(map, part.source, part.sourceContent);
    for (const mark of part.marks) {
      const { line, column } = lines.position(mark.start);
      const generated = { line: mark.line, column: mark.column };
      maybeAddMapping(map, { generated, source: part.source, original: { line, column: column - 1 } });
    }
    functions.push(...part.functions.map((one): FunctionRow => [...rowOf(lines, one), ...at]));
    names.push(...[...(part.names ?? [])].map((one): NameRow => [...one, ...at]));
  }
  return JSON.stringify({
    ...toEncodedMap(map),
    x_functions: functions,
    ...(names.length > 0 && { x_names: names }),
  });
}

/** Names of no source. */
function ofNone([onDevice, own]: NameRow): NameRow {
  return [onDevice, own, -1];
}

function rowOf(lines: LineTable, { start, end, name }: NamedSpan): [number, number, number, number, string] {
  const [from, to] = [lines.position(start), lines.position(end)];
  return [from.line, from.column, to.line, to.column, name];
}

/** A map that is read more than once should be parsed once. */
export function parseSourceMap(json: string): ReadMap {
  const { x_functions: functions = [], x_names: names = [] } = JSON.parse(json) as Extensions;
  return { trace: new TraceMap(json), functions, names: new Map(names.map(([onDevice, own]) => [onDevice, own])) };
}

/**
 * By the author's names of what stands at the top of the file: those on the device, where they are others.
 * @param source of a file that comes from several: which one, as the map names it; "" what comes from none
 */
export function namesOnDevice(json: string, source?: string): ReadonlyMap<string, string> {
  const { sources, x_names: names = [] } = JSON.parse(json) as Extensions;
  const of = source === undefined ? 0 : sources.indexOf(source);
  return new Map(names.filter(([, , at = 0]) => at === of).map(([onDevice, own]) => [own, onDevice]));
}

interface Extensions {
  readonly sources: readonly string[];
  readonly x_functions?: FunctionRow[];
  readonly x_names?: NameRow[];
}

/** The map of a file that comes from no TypeScript, and whose functions have other names on the device. */
export function namesAsMap(file: string, names: ReadonlyMap<string, string>): string {
  return JSON.stringify({ version: 3, file, sources: [], names: [], mappings: "", x_names: [...names] });
}

/** The name of the innermost function around a place; null at a module's top level. */
export function functionAt({ trace, functions }: ReadMap, { line, column, source }: OriginalPosition): string | null {
  const isBefore = (l: number, c: number) => l < line || (l === line && c <= column);
  const file = trace.sources.indexOf(source);
  const inside = functions.filter(
    ([l, c, endLine, endColumn, , at = 0]) => at === file && isBefore(l, c) && !isBefore(endLine, endColumn),
  );
  return inside.at(-1)?.[4] ?? null;
}

/**
 * Where the Python at `line` (from 1) comes from. `column` (from 0) chooses among the pieces of that line; without it,
 * as in a traceback, the statement's start counts. A line that has no mark of its own belongs to the one above it.
 * null: nothing up to that line comes from TypeScript, or the file has no such line.
 */
export function originalPosition(map: ReadMap, line: number, column?: number): OriginalPosition | null {
  const { trace: parsed } = map;
  const segment = segmentAt(parsed, line, column);
  if (!segment || segment.length === 1) return null;
  const [, sourceIndex, sourceLine, sourceColumn] = segment;
  return { source: parsed.sources[sourceIndex] ?? "", line: sourceLine + 1, column: sourceColumn + 1 };
}

function segmentAt(map: TraceMap, line: number, column: number | undefined): Readonly<SourceMapSegment> | null {
  const onLine = column === undefined ? undefined : traceSegment(map, line - 1, column);
  if (onLine) return onLine;
  const lines = decodedMappings(map);
  for (let index = Math.min(line, lines.length) - 1; index >= 0; index--) {
    const first = lines[index]?.[0];
    if (first) return first;
  }
  return null;
}
