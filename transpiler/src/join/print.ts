// A joined module as text: part after part, so that each line is known to come from one TypeScript file.
import type { CompiledModule, CompiledPart } from "../compilation.ts";
import { boundIn } from "../names/survey.ts";
import type { PythonModule, Stmt } from "../python/ast.ts";
import { type Mark, printModule } from "../python/printer.ts";
import { functionNames } from "../source-map/function-names.ts";
import { type MapSource, toJoinedSourceMap } from "../source-map/source-map.ts";
import type { Module, Program } from "../tree/nodes.ts";
import type { JoinedModule } from "./index.ts";

/** Empty lines between two parts. */
const BETWEEN = "\n\n";

/**
 * @param named the joined module as it runs
 * @param modules the program's, as they were before
 */
export function printJoined(
  named: PythonModule,
  { name, parts }: JoinedModule,
  modules: readonly PythonModule[],
  program: Program,
): CompiledModule {
  const path = pathOf(name);
  const sources: (MapSource & { marks: readonly Mark[] })[] = [];
  let python = "";
  let at = 0;
  for (const { module, before } of parts) {
    const body = named.body.slice(at, at + before.length);
    at += before.length;
    const printed = printModule({ ...named, body });
    if (python !== "" && printed.python !== "") python += BETWEEN;
    const lines = linesIn(python);
    const marks = printed.marks.map((mark) => ({ ...mark, line: mark.line + lines }));
    python += printed.python;
    const source = program.modules[module] as Module;
    const functions = functionNames(program, source.index);
    const names = newNamesOf(body, before);
    sources.push({ marks, source: `${source.relative}.ts`, sourceContent: source.text, functions, names });
  }
  const made = parts.map(({ module }) => partOf(modules[module] as PythonModule, program.modules[module] as Module));
  return { name, path, source: null, python, readable: python, map: toJoinedSourceMap(path, sources), parts: made };
}

function partOf(module: PythonModule, { path: source }: Module): CompiledPart {
  const { name } = module;
  return { name, path: pathOf(name), source, readable: printModule(module).python };
}

function pathOf(name: string): string {
  return `${name.replaceAll(".", "/")}.py`;
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

/** What is called otherwise at the top of a module: the new name, and the old one. */
export function newNamesOf(now: readonly Stmt[], before: readonly Stmt[]): ReadonlyMap<string, string> {
  const own = boundIn(before);
  return new Map(boundIn(now).flatMap((name, i) => (name === own[i] ? [] : [[name, own[i] as string]])));
}
