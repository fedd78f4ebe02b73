// A file as text: module after module, so that each line is known to come from one TypeScript file.
import type { CompiledModule } from "../compilation.ts";
import { boundIn } from "../names/survey.ts";
import type { PythonModule, Stmt } from "../python/ast.ts";
import { printModule } from "../python/printer.ts";
import { functionNames } from "../source-map/function-names.ts";
import { LineTable } from "../source-map/line-table.ts";
import { toJoinedSourceMap } from "../source-map/source-map.ts";
import type { Module, Program } from "../tree/nodes.ts";
import { commonNamesFirst } from "./common-names.ts";
import type { ModuleFile, Part } from "./index.ts";

/** Empty lines between two parts. */
const BETWEEN = "\n\n";

export type Place = Pick<CompiledModule, "name" | "path" | "importName">;

/**
 * @param place on the device
 * @param named the file as it runs
 * @param sources by the modules' names
 * @param helpers what stands before the file's own; null nothing
 * @param line what stands before all of it: texts-apart.ts
 */
export function printFile(
  place: Place,
  named: PythonModule,
  file: ModuleFile,
  sources: ReadonlyMap<string, Module>,
  program: Program,
  helpers: CompiledModule | null = null,
  line = "",
): CompiledModule {
  const { name, path } = place;
  const { parts } = file;
  // A name that is as its author wrote it costs more than its place.
  // A line in any case: what MicroPython says to stand on the first one is a class.
  const isJoined = parts.length > 1 && named !== file;
  const begin = `${isJoined ? (commonNamesFirst(named) ?? "\n") : ""}${line}` || null;
  const above = helpers === null ? begin : `${begin ?? ""}${helpers.python}`;
  // What a board runs is tight; what was not renamed is for people.
  const origins = ({ module }: Part) => {
    if (named === file) return null;
    const table = new LineTable((sources.get(module.name) as Module).text);
    return (start: number) => table.position(start).line;
  };
  const printed = printParts(named, parts, above, origins);
  const from = printed.map(({ module, before, body, above, marks }) => {
    const { index, relative, path: source, text } = sources.get(module.name) as Module;
    const functions = functionNames(program, index);
    const map = { source: `${relative}.ts`, sourceContent: text, functions, marks, names: newNamesOf(body, before) };
    const readable = printModule(module).python;
    const part = { name: module.name, path: pathOf(module.name), source, readable, firstLine: above + 1 };
    return { map, part };
  });
  const python = printed.map(({ text }) => text).join("");
  const map = toJoinedSourceMap(
    path,
    from.map((each) => each.map),
    helpers?.map ?? null,
  );
  const readable = () =>
    printParts(file, parts, helpers === null ? begin : `${begin ?? ""}${helpers.readable}`, origins)
      .map(({ text }) => text)
      .join("");
  const common = { ...place, python, map };
  const [first] = from;
  // A module by itself is its own file.
  if (first && from.length === 1 && path === pathOf(name) && lastOf(first.part.name) === lastOf(name))
    return { ...common, source: first.part.source, readable: named === file ? python : readable() };
  return {
    ...common,
    source: null,
    // Few ask for it, and an edit that is watched shall not wait for it.
    get readable() {
      return readable();
    },
    parts: [
      ...(helpers === null ? [] : [{ ...helpers, firstLine: linesIn(begin ?? "") + 1 }]),
      ...from.map(({ part }) => part),
    ],
  };
}

/**
 * The parts' statements as they run, with their texts and marks within the file.
 * @param begin a line before them
 */
function printParts(
  named: PythonModule,
  parts: readonly Part[],
  begin: string | null,
  origins: (part: Part) => ((start: number) => number) | null,
) {
  let at = 0;
  let lines = 0;
  let before = begin ?? "";
  return parts.map((part) => {
    const body = named.body.slice(at, at + part.before.length);
    at += body.length;
    const originOf = origins(part);
    const printed = printModule({ ...named, body }, originOf);
    const between = printed.python === "" ? "" : before;
    if (printed.python !== "") before = originOf === null ? BETWEEN : "";
    const above = lines + linesIn(between);
    lines = above + linesIn(printed.python);
    const marks = printed.marks.map((mark) => ({ ...mark, line: mark.line + above }));
    return { ...part, body, text: between + printed.python, above, marks };
  });
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function pathOf(name: string): string {
  return `${name.replaceAll(".", "/")}.py`;
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

/** What is called otherwise at the top of a module: the new name, and the old one. */
function newNamesOf(now: readonly Stmt[], before: readonly Stmt[]): ReadonlyMap<string, string> {
  const own = boundIn(before);
  return new Map(boundIn(now).flatMap((name, i) => (name === own[i] ? [] : [[name, own[i] as string]])));
}
