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
  /** It may be another one after late modules were forgotten: a function, or by its line `# late: …`. */
  readonly mayBeLate: boolean;
}

export interface Libraries {
  /** The text of `_ts.py`. */
  readonly resident: string;
  /** The text of `_ts_late.py`: what late modules alone use; "" nothing. */
  readonly late: string;
  /** What stands there. */
  readonly lateNames: ReadonlySet<string>;
}

const folder = fileURLToPath(new URL("../../runtime", import.meta.url));
let library: ReadonlyMap<string, Chunk> | null = null;

/** The text of the helpers that are used, all in one. */
export function runtimeLibrary(used: ReadonlySet<string>, program: Program): string {
  return textOf([...withNeeds(used, chunksOf(program, []))]);
}

/**
 * The helpers that are used, in one module or two.
 * @param resident of them those that modules use which are there from the start
 * @param late the names of the late sets' modules on the device, each set in order of dependency
 * @param home the module that those are in which are there from the start
 */
export function runtimeLibraries(
  used: ReadonlySet<string>,
  resident: ReadonlySet<string>,
  program: Program,
  late: readonly (readonly string[])[],
  home: string,
): Libraries {
  const all = chunksOf(program, late);
  const chunks = withNeeds(used, all);
  // A test by class would find two of them.
  const isTested = ({ name }: Chunk) =>
    used.has(name) || [...chunks].some(({ text }) => new RegExp(`isinstance\\([^)]*\\b${name}\\b`).test(text));
  const isBound = (chunk: Chunk) => !chunk.mayBeLate || (!chunk.text.startsWith("def ") && isTested(chunk));
  const stay = new Set([...resident, ...[...chunks].filter(isBound).map(({ name }) => name)]);
  const here = withNeeds(stay, all);
  const there = [...chunks].filter((chunk) => !here.has(chunk));
  const lateNames = new Set(there.map(({ name }) => name));
  const needed = new Set(there.flatMap(({ needs }) => needs).filter((name) => !lateNames.has(name)));
  const head = needed.size > 0 ? `from ${home} import ${[...needed].sort().join(", ")}\n` : "";
  return { resident: textOf([...here]), late: there.length > 0 ? withHead(head, textOf(there)) : "", lateNames };
}

/** Two blank lines before a definition. */
function withHead(head: string, text: string): string {
  return head === "" || /^(from|import) /.test(text) ? head + text : `${head}\n\n${text}`;
}

function chunksOf(program: Program, late: readonly (readonly string[])[]): ReadonlyMap<string, Chunk> {
  library ??= readLibrary();
  return new Map([
    ["ts_late_sets", lateChunk(late)],
    ...library,
    ["ts_Record", recordChunk(program)],
    ["ts_late_names", lateNamesChunk(late)],
  ]);
}

/** In the order in which they must stand. */
function withNeeds(used: ReadonlySet<string>, all: ReadonlyMap<string, Chunk>): ReadonlySet<Chunk> {
  const kept = new Set<Chunk>();
  const keep = (name: string) => {
    const chunk = all.get(name);
    if (chunk === undefined) throw new Error(`the helper ${name} is missing`);
    if (kept.has(chunk)) return;
    kept.add(chunk);
    chunk.needs.forEach(keep);
  };
  used.forEach(keep);
  return new Set([...all.values()].filter((chunk) => kept.has(chunk)));
}

function textOf(chunks: readonly Chunk[]): string {
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
      .filter((line) => !/^# (needs|import|late): /.test(line))
      .map((line) => line.slice(2))
      .join(" "),
    needs: tagged("needs").flatMap((line) => line.split(",").map((part) => part.trim())),
    imports: tagged("import"),
    mayBeLate: text.startsWith("def ") || tagged("late").length > 0,
  };
}

/** The table of the late sets, by the names of their roots: their modules, without the package's name. */
function lateChunk(late: readonly (readonly string[])[]): Chunk {
  const short = (name: string) => name.slice(packagePart(late).length);
  const entries = late.map((names) => `    "${names.at(-1)}": "${names.map(short).join(" ")}",`);
  const text = ["ts_late_sets = {", ...entries, "}", ""].join("\n");
  return {
    name: "ts_late_sets",
    text,
    comment: "What is late, and with what.",
    needs: [],
    imports: [],
    mayBeLate: false,
  };
}

/** What all their names begin with: `app.`, or nothing (join/late-imports.ts). */
function packagePart(late: readonly (readonly string[])[]): string {
  return /^\w+\./.exec(late[0]?.at(-1) ?? "")?.[0] ?? "";
}

/** The modules of a late set, in order. */
function lateNamesChunk(late: readonly (readonly string[])[]): Chunk {
  const part = packagePart(late);
  const names = "ts_late_sets[name].split()";
  const whole = part === "" ? names : `["${part}" + each for each in ${names}]`;
  return {
    name: "ts_late_names",
    text: `def ts_late_names(name):\n    return ${whole}\n`,
    comment: "What is late with a late module.",
    needs: ["ts_late_sets"],
    imports: [],
    mayBeLate: false,
  };
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
  return {
    name: "ts_Record",
    text: ["class ts_Record:", ...body, ""].join("\n"),
    comment,
    needs: [],
    imports: [],
    mayBeLate: false,
  };
}
