// From lowered modules to what a compilation gives: what nobody reaches is left out, the rest printed, with the helpers and
// the main.py that it needs.
import type { CompiledModule, CompileOptions, CompileResult } from "./compilation.ts";
import { joined } from "./join/index.ts";
import { newNamesOf, printJoined } from "./join/print.ts";
import { keyedMembers } from "./lower/expressions/keyed-members.ts";
import { MAIN } from "./lower/program.ts";
import { membersIn, runtimeLibrary } from "./lower/runtime-library.ts";
import { pythonNames } from "./lower/surface.ts";
import {
  derivedIn,
  literalWordsOf,
  type NamedProgram,
  type Outside,
  withNamesInFlash,
  wordsOf,
} from "./names/index.ts";
import { type MachineCode, machineCode } from "./native/index.ts";
import type { PythonModule } from "./python/ast.ts";
import { printModule } from "./python/printer.ts";
import { functionNames } from "./source-map/function-names.ts";
import { namesAsMap, toSourceMap } from "./source-map/source-map.ts";
import { importedFrom, withoutUnused } from "./tidy/index.ts";
import type { Surface } from "./tidy/reach.ts";
import type { Module, Program } from "./tree/nodes.ts";
import type { Unifier } from "./types/unify.ts";

export function packageOf({ packageName = "app" }: CompileOptions): string {
  return packageName;
}

/** Modules, each as short as it can be by itself, and what of them is reached from outside. */
export interface Short {
  readonly modules: readonly PythonModule[];
  readonly surface: Surface;
}

/** What is known of a program beyond its modules. */
export interface Known {
  readonly unifier: Unifier;
  readonly surface: Surface;
}

export interface Emitted {
  readonly compiled: CompileResult;
  /** Names of the helpers that the program uses itself. */
  readonly helpers: ReadonlySet<string>;
}

/** What is left of the modules when nothing stands there that nobody reaches. */
export function reached(
  program: Program,
  unifier: Unifier,
  { modules, surface }: Short,
  options: CompileOptions,
): MachineCode {
  const packageName = packageOf(options);
  const library = runtimeLibrary(importedFrom(modules, `${packageName}._ts`), program);
  const members = new Set([...surface.members, ...keyedMembers(program, unifier), ...membersIn(library)]);
  const left = withoutUnused(modules, { names: new Set([...surface.names, MAIN]), members });
  const paths = program.modules.map(({ path }) => path);
  return machineCode(left, paths, options.native ?? false);
}

export function emit(
  program: Program,
  modules: readonly PythonModule[],
  { unifier, surface }: Known,
  options: CompileOptions,
): Emitted {
  const packageName = packageOf(options);
  const helpers = importedFrom(modules, `${packageName}._ts`);
  const loop = runLoop(modules, helpers, packageName);
  const library = helpers.size > 0 ? runtimeLibrary(helpers, program) : "";
  const outside = options.names === "short" ? outsideOf(program, unifier, surface, library, options) : null;
  const files = options.join ? joined(modules, options.join, packageName) : null;
  const named = outside && withNamesInFlash(files ?? modules, library, packageName, outside);
  const printed = files
    ? files.map((file, i) => printJoined(named?.modules[i] ?? file, file, modules, program))
    : modules.map((module, i) => print(named?.modules[i] ?? module, module, program.modules[i] as Module, program));
  const emitted = [
    ...(helpers.size > 0 ? [helperModule(library, named, packageName)] : []),
    // Of a module that is only types or constants nothing is left.
    ...printed.filter(({ python }, i) => python !== "" || i === printed.length - 1),
  ];
  const imports = emitted.map((module) => `import ${module.name}`);
  const main = [...imports, ...loop, ""].join("\n");
  return { compiled: { modules: emitted, diagnostics: [], main }, helpers };
}

/** What reaches the program's names by their letters, beside its own Python. */
function outsideOf(
  program: Program,
  unifier: Unifier,
  { names, members }: Surface,
  library: string,
  { beside }: CompileOptions,
): Outside {
  // What stands beside is either known, or may ask for all that can be reached.
  const words = beside ? beside().flatMap((text) => [...wordsOf(text)]) : [...names, ...members];
  return {
    names: new Set([MAIN, RUN_LOOP, ...words]),
    device: new Set([...program.deviceNames].flatMap((name) => [name, ...pythonNames(name)])),
    helpers: new Set([...membersIn(library), ...literalWordsOf(library), ...derivedIn(library)]),
    keyed: keyedMembers(program, unifier),
  };
}

const RUN_LOOP = "ts_run_loop";
/** Helpers that leave something for the event loop to do. */
const LOOPING = [
  "ts_async",
  "ts_new_promise",
  "ts_resolved",
  "ts_rejected",
  "ts_then",
  "ts_queue_microtask",
  "ts_set_timeout",
  "ts_set_interval",
];

function runLoop(modules: readonly PythonModule[], helpers: Set<string>, packageName: string): string[] {
  const entry = modules.at(-1);
  const waits = entry?.body.some((statement) => statement.kind === "def" && statement.name === MAIN);
  if (!waits && !LOOPING.some((name) => helpers.has(name))) return [];
  helpers.add(RUN_LOOP);
  return [`${packageName}._ts.${RUN_LOOP}(${waits ? `${entry?.name}.${MAIN}()` : ""})`];
}

/** @param named the module as it runs */
function print(named: PythonModule, module: PythonModule, source: Module, program: Program): CompiledModule {
  const { python, marks } = printModule(named);
  const file = `${module.name.replaceAll(".", "/")}.py`;
  return {
    name: module.name,
    path: file,
    source: source.path,
    python,
    readable: named === module ? python : printModule(module).python,
    map: toSourceMap(marks, {
      file,
      source: `${source.relative}.ts`,
      sourceContent: source.text,
      functions: functionNames(program, source.index),
      names: newNamesOf(named.body, module.body),
    }),
  };
}

function helperModule(readable: string, named: NamedProgram | null, packageName: string): CompiledModule {
  const path = `${packageName}/_ts.py`;
  const python = named?.helpers ?? readable;
  const map = named && namesAsMap(path, named.helperNames);
  return { name: `${packageName}._ts`, path, source: null, python, readable, map };
}
