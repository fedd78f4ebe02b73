// The helpers' module of a program: of transpiler/runtime/*.py only what the program uses, and what that uses.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Program } from "../tree/nodes.ts";
import { attributeName } from "./attributes.ts";

interface Chunk {
  readonly name: string;
  readonly text: string;
  /** What it is for: the lines of comment above it. */
  readonly comment: string;
  /** Other definitions that it leans on: its line `# needs: a, b`. */
  readonly needs: readonly string[];
  /** Statements to import by: its lines `# import: …`. */
  readonly imports: readonly string[];
}

const folder = fileURLToPath(new URL("../../runtime", import.meta.url));
let library: ReadonlyMap<string, Chunk> | null = null;

/**
 * The text of `_ts.py` for the helpers that are used.
 * @param late the names of the late sets' modules on the device, each set in order of dependency
 */
export function runtimeLibrary(
  used: ReadonlySet<string>,
  program: Program,
  late: readonly (readonly string[])[],
): string {
  library ??= readLibrary();
  const all = new Map([...library, ["ts_Record", recordChunk(program)], ["ts_late_sets", lateChunk(late)]]);
  const kept = new Set<Chunk>();
  const keep = (name: string) => {
    const chunk = all.get(name);
    if (chunk === undefined) throw new Error(`the helper ${name} is missing`);
    if (kept.has(chunk)) return;
    kept.add(chunk);
    chunk.needs.forEach(keep);
  };
  used.forEach(keep);
  const chunks = [...all.values()].filter((chunk) => kept.has(chunk));
  const imports = [...new Set(chunks.flatMap((chunk) => chunk.imports))].sort();
  const head = imports.length > 0 ? [`${imports.join("\n")}\n`] : [];
  return [...head, ...chunks.map((chunk) => chunk.text)].join("\n\n");
}

/** What a helper is for, and whether a program may stop in it: by an exception of Python's that no catch sees. */
export function aboutHelper(name: string): { readonly purpose: string; readonly mayStop: boolean } {
  library ??= readLibrary();
  const { comment = "", text = "" } = library.get(name) ?? {};
  return { purpose: comment, mayStop: /raise (Index|Value|Key|Type)Error\(/.test(text) };
}

/** The members that the helpers ask objects for. */
export function membersIn(library: string): Set<string> {
  return new Set(
    [...library.matchAll(/\.(\w+)|(?:get|set|has)attr\(\w+, "(\w+)"/g)].map(
      ([, read, asked]) => read ?? (asked as string),
    ),
  );
}

function readLibrary(): ReadonlyMap<string, Chunk> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".py"))
    .sort();
  const chunks = files.flatMap((name) => split(readFileSync(`${folder}/${name}`, "utf8")));
  return new Map(chunks.map((chunk) => [chunk.name, chunk]));
}

/** Definitions at the top level, each with the comment lines above it. */
function split(text: string): Chunk[] {
  const made: Chunk[] = [];
  let comment: string[] = [];
  let lines: string[] = [];
  const flush = () => {
    const code = lines.join("\n").trimEnd();
    if (code !== "") made.push(chunk(code, comment));
    comment = [];
    lines = [];
  };
  for (const line of text.split("\n")) {
    if (lines.length > 0 && !/^(\s|$|[)\]}])/.test(line)) flush();
    if (line.startsWith("#")) comment.push(line);
    else if (lines.length > 0 || line !== "") lines.push(line);
    else comment = [];
  }
  flush();
  return made;
}

function chunk(text: string, comment: readonly string[]): Chunk {
  const tagged = (tag: string) =>
    comment.filter((line) => line.startsWith(`# ${tag}: `)).map((line) => line.slice(tag.length + 4));
  const name = /^(?:def|class)\s+(\w+)/.exec(text)?.[1] ?? /^(\w+)\s*=/.exec(text)?.[1] ?? "";
  return {
    name,
    text: `${text}\n`,
    comment: comment
      .filter((line) => !/^# (needs|import): /.test(line))
      .map((line) => line.slice(2))
      .join(" "),
    needs: tagged("needs").flatMap((line) => line.split(",").map((part) => part.trim())),
    imports: tagged("import"),
  };
}

/** The table of the late sets, by the names of their roots. */
function lateChunk(late: readonly (readonly string[])[]): Chunk {
  const entries = late.map((names) => `    "${names.at(-1)}": "${names.join(" ")}",`);
  const text = ["ts_late_sets = {", ...entries, "}", ""].join("\n");
  return { name: "ts_late_sets", text, comment: "What is late, and with what.", needs: [], imports: [] };
}

/** Optional properties read as None on objects that were made without them. */
function recordChunk(program: Program): Chunk {
  const names = new Set(
    program.shapes.flatMap((shape) =>
      [...shape.properties.values()]
        .filter((property) => property.optional)
        .map((property) => attributeName(property.name)),
    ),
  );
  const body = names.size === 0 ? ["    pass"] : [...names].sort().map((name) => `    ${name} = None`);
  const comment = "The base of records with optional keys: one that is absent reads as None.";
  return { name: "ts_Record", text: ["class ts_Record:", ...body, ""].join("\n"), comment, needs: [], imports: [] };
}
