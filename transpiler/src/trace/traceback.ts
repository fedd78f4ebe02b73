// Tracebacks of MicroPython in the lines of the TypeScript. All of it happens on the host: the device pays nothing.
import {
  functionAt,
  type OriginalPosition,
  originalPosition,
  parseSourceMap,
  type ReadMap,
} from "../source-map/source-map.ts";

/** Gives the source map of a Python file by its path on the device, or null for a file without one. */
export type MapLookup = (pythonFile: string) => MappedFile | null;

export interface MappedFile {
  /** As JSON. */
  readonly map: string;
  /** How to name the TypeScript file; unless given, as the map does. */
  readonly source?: string | undefined;
}

type ParsedLookup = (pythonFile: string) => { readonly map: ReadMap; readonly source?: string | undefined } | null;

/** One frame, outermost first; in TypeScript where its map is known, else as the device said. */
export interface Frame {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1; null for a frame that is still Python's. */
  readonly column: number | null;
  /** As a JavaScript stack trace has it: `Modem.send`, `new Modem`, `<anonymous>`; `<module>` for top-level code. */
  readonly functionName: string;
}

/** mp_obj_print_exception (MicroPython, py/obj.c); code without a name has no `in`. */
const FRAME = /^ {2}File "(.*)", line (\d+)(?:, in (.*?))?(\r?)$/;

/**
 * The text with each known frame as `  file.ts:line:column in function`; every other line as it is. Any text will do: a
 * serial log with a traceback somewhere in it keeps its other lines.
 */
export function mapTraceback(text: string, lookup: MapLookup): string {
  const parsed = parsedOnce(lookup);
  return text
    .split("\n")
    .map((line) => {
      const frame = readFrame(line, parsed);
      if (!frame) return line;
      if (frame.column === null)
        return line.replace(/(", line \d+, in )[^\r]*/, (_, place) => place + frame.functionName);
      return `  ${frame.file}:${frame.line}:${frame.column} in ${frame.functionName}${line.endsWith("\r") ? "\r" : ""}`;
    })
    .join("\n");
}

/** The frames of a traceback, outermost first. */
export function framesOf(text: string, lookup: MapLookup): Frame[] {
  const parsed = parsedOnce(lookup);
  return text.split("\n").flatMap((line) => readFrame(line, parsed) ?? []);
}

/** A lambda stands on the line of the statement around it: what is known is that it is a function without a name. */
const LAMBDA = "<lambda>";

function functionName(map: ReadMap, position: OriginalPosition, name: string): string {
  if (name === LAMBDA) return "<anonymous>";
  const found = functionAt(map, position);
  return found === null ? "<module>" : found || "<anonymous>";
}

/** Makes a lookup from what a build made: Python paths to maps. */
export function lookupIn(files: ReadonlyMap<string, MappedFile>): MapLookup {
  return (pythonFile) => files.get(pythonFile) ?? null;
}

function readFrame(line: string, lookup: ParsedLookup): Frame | null {
  const match = FRAME.exec(line);
  if (!match) return null;
  const [, path = "", number = "", name = "<module>"] = match;
  const mapped = lookup(devicePath(path));
  const position = mapped && originalPosition(mapped.map, Number(number));
  const own = mapped?.map.names.get(name) ?? name;
  if (!position) return { file: path, line: Number(number), column: null, functionName: own };
  const { line: sourceLine, column, source } = position;
  return {
    file: mapped.source ?? source,
    line: sourceLine,
    column,
    functionName: functionName(mapped.map, position, name),
  };
}

/** A device says `/app/x.py`, `app/x.py` or `./app/x.py`, by how the file was found; a .mpy says what it was made from. */
function devicePath(path: string): string {
  return path.replace(/^(?:\.?\/)+/, "").replace(/\.mpy$/, ".py");
}

/** Recursion fills a traceback with one file: its map is parsed once. */
function parsedOnce(lookup: MapLookup): ParsedLookup {
  const seen = new Map<string, ReturnType<ParsedLookup>>();
  return (pythonFile) => {
    let file = seen.get(pythonFile);
    if (file === undefined) {
      const found = lookup(pythonFile);
      file = found && { ...found, map: parseSourceMap(found.map) };
      seen.set(pythonFile, file);
    }
    return file;
  };
}
