// From lowered modules to what a compilation gives: what nobody reaches is left out, the rest printed, with the helpers and
// the main.py that it needs.
import type { CompiledModule, CompileOptions, CompileResult } from "./compilation.ts";
import { MAIN } from "./lower/program.ts";
import { membersIn, runtimeLibrary } from "./lower/runtime-library.ts";
import { type MachineCode, machineCode } from "./native/index.ts";
import type { PythonModule } from "./python/ast.ts";
import { printModule } from "./python/printer.ts";
import { functionNames } from "./source-map/function-names.ts";
import { toSourceMap } from "./source-map/source-map.ts";
import { importedFrom, withoutUnused } from "./tidy/index.ts";
import type { Surface } from "./tidy/reach.ts";
import type { Module, Program } from "./tree/nodes.ts";

export function packageOf({ packageName = "app" }: CompileOptions): string {
  return packageName;
}

/** Modules, each as short as it can be by itself, and what of them is reached from outside. */
export interface Short {
  readonly modules: readonly PythonModule[];
  readonly surface: Surface;
}

export interface Emitted {
  readonly compiled: CompileResult;
  /** Names of the helpers that the program uses itself. */
  readonly helpers: ReadonlySet<string>;
}

/** What is left of the modules when nothing stands there that nobody reaches. */
export function reached(program: Program, { modules, surface }: Short, options: CompileOptions): MachineCode {
  const packageName = packageOf(options);
  const library = runtimeLibrary(importedFrom(modules, `${packageName}._ts`), program, []);
  const members = new Set([...surface.members, ...membersIn(library)]);
  const left = withoutUnused(modules, { names: new Set([...surface.names, MAIN]), members });
  const paths = program.modules.map(({ path }) => path);
  return machineCode(left, paths, options.native ?? false);
}

export function emit(program: Program, modules: readonly PythonModule[], packageName: string): Emitted {
  const helpers = importedFrom(modules, `${packageName}._ts`);
  const loop = runLoop(modules, helpers, packageName);
  const printed = modules.map((module, i) => print(module, program.modules[i] as Module, program));
  const roots = program.late.map(({ root }) => root);
  // Of a module that is only types or constants nothing is left.
  const isLeft = (i: number) => printed[i]?.python !== "" || i === printed.length - 1 || roots.includes(i);
  const late = program.late.map(({ modules: set }) => set.filter(isLeft).map((i) => printed[i]?.name ?? ""));
  const emitted = [
    ...(helpers.size > 0 ? [helperModule(program, helpers, late, packageName)] : []),
    ...printed.filter((_, i) => isLeft(i)),
  ];
  const resident = emitted.filter(({ name }) => !late.flat().includes(name));
  const main = [...resident.map(({ name }) => `import ${name}`), ...loop, ""].join("\n");
  return { compiled: { modules: emitted, late, diagnostics: [], main }, helpers };
}

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
  helpers.add("ts_run_loop");
  return [`${packageName}._ts.ts_run_loop(${waits ? `${entry?.name}.${MAIN}()` : ""})`];
}

function print(module: PythonModule, source: Module, program: Program): CompiledModule {
  const { python, marks } = printModule(module);
  const file = `${module.name.replaceAll(".", "/")}.py`;
  return {
    name: module.name,
    path: file,
    source: source.path,
    python,
    map: toSourceMap(marks, {
      file,
      source: `${source.relative}.ts`,
      sourceContent: source.text,
      functions: functionNames(program, source.index),
    }),
  };
}

function helperModule(
  program: Program,
  helpers: ReadonlySet<string>,
  late: CompileResult["late"],
  packageName: string,
): CompiledModule {
  return {
    name: `${packageName}._ts`,
    path: `${packageName}/_ts.py`,
    source: null,
    python: runtimeLibrary(helpers, program, late),
    map: null,
  };
}
