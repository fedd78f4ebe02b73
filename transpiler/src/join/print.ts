// A file as text: module after module, so that each line is known to come from one TypeScript file.
import type { CompiledModule } from "../compilation.ts";
import { boundIn } from "../names/survey.ts";
import type { PythonModule, Stmt } from "../python/ast.ts";
import { printModule } from "../python/printer.ts";
import { functionNames } from "../source-map/function-names.ts";
import { toJoinedSourceMap } from "../source-map/source-map.ts";
import type { Module, Program } from "../tree/nodes.ts";
import type { ModuleFile, Part } from "./index.ts";

/** Empty lines between two parts. */
const BETWEEN = "\n\n";

/**
 * @param named the file as it runs
 * @param sources by the modules' names
 */
export function printFile(
  named: PythonModule,
  file: ModuleFile,
  sources: ReadonlyMap<string, Module>,
  program: Program,
): CompiledModule {
  const { name, parts } = file;
  const path = pathOf(name);
  const printed = printParts(named, parts);
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
  );
  const readable = printParts(file, parts)
    .map(({ text }) => text)
    .join("");
  const common = { name, path, python, readable, map };
  const [first] = from;
  // A module by itself is its own file.
  if (first && from.length === 1 && first.part.name === name) return { ...common, source: first.part.source };
  return { ...common, source: null, parts: from.map(({ part }) => part) };
}

/** The parts' statements as they run, with their texts and marks within the file. */
function printParts(named: PythonModule, parts: readonly Part[]) {
  let at = 0;
  let lines = 0;
  return parts.map(({ module, before }) => {
    const body = named.body.slice(at, at + before.length);
    at += before.length;
    const { python, marks } = printModule({ ...named, body });
    const text = lines > 0 && python !== "" ? BETWEEN + python : python;
    const above = lines + (text.length - python.length);
    lines += linesIn(text);
    return { module, before, body, text, above, marks: marks.map((mark) => ({ ...mark, line: mark.line + above })) };
  });
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
