// Source maps, version 3 (ECMA-426), from Python back to TypeScript: made from the printer's marks, read for tracebacks.
import { GenMapping, maybeAddMapping, setSourceContent, toEncodedMap } from "@jridgewell/gen-mapping";
import { decodedMappings, type SourceMapSegment, TraceMap, traceSegment } from "@jridgewell/trace-mapping";
import type { Mark } from "../python/writer.ts";
import { LineTable, type Position } from "./line-table.ts";

export interface MapFiles {
  /** The Python file's path on the device: `app/domain/inbox.py`. */
  readonly file: string;
  /** The TypeScript file as the map shall name it, with forward slashes. */
  readonly source: string;
  /** Its text: the marks' offsets count in it, and it is kept in the map, for a map may outlive the file. */
  readonly sourceContent: string;
}

export interface OriginalPosition extends Position {
  /** As the map names it. */
  readonly source: string;
}

/** The map as JSON; the same marks give the same text. */
export function toSourceMap(marks: readonly Mark[], files: MapFiles): string {
  const map = new GenMapping({ file: files.file });
  const lines = new LineTable(files.sourceContent);
  for (const mark of marks) {
    const { line, column } = lines.position(mark.start);
    const generated = { line: mark.line, column: mark.column };
    maybeAddMapping(map, { generated, source: files.source, original: { line, column: column - 1 } });
  }
  setSourceContent(map, files.source, files.sourceContent);
  return JSON.stringify(toEncodedMap(map));
}

/** A map that is read more than once should be parsed once. */
export function parseSourceMap(json: string): TraceMap {
  return new TraceMap(json);
}

/**
 * Where the Python at `line` (from 1) comes from. `column` (from 0) chooses among the pieces of that line; without it,
 * as in a traceback, the statement's start counts. A line that has no mark of its own belongs to the one above it.
 * null: nothing up to that line comes from TypeScript, or the file has no such line.
 */
export function originalPosition(map: string | TraceMap, line: number, column?: number): OriginalPosition | null {
  const parsed = typeof map === "string" ? parseSourceMap(map) : map;
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
