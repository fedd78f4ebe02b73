// The compiler's one way through: load, extract, solve, lower, tidy, print.

import type { CompiledModule, CompileOptions, CompileResult } from "./compilation.ts";
import { inTheSameExpression, inTheSameFunction, Refusals } from "./diagnostics/refusals.ts";
import { typescriptErrors } from "./diagnostics/typescript.ts";
import type { HelperUse } from "./lower/module-lowering.ts";
import { type Lowered, lowerProgram, MAIN } from "./lower/program.ts";
import { membersIn, runtimeLibrary } from "./lower/runtime-library.ts";
import { machineCode } from "./native/index.ts";
import type { Context } from "./program/context.ts";
import { extract } from "./program/extract.ts";
import { type Loaded, load } from "./program/load.ts";
import type { PythonModule } from "./python/ast.ts";
import { printModule } from "./python/printer.ts";
import { Solver } from "./ranges/solver.ts";
import { functionNames } from "./source-map/function-names.ts";
import { toSourceMap } from "./source-map/source-map.ts";
import { importedFrom, tidy } from "./tidy/index.ts";
import type { Module, Program } from "./tree/nodes.ts";
import type { Unifier } from "./types/unify.ts";

/** Compiles a program. Diagnostics are values; what is thrown is a failure of the compiler itself. */
export function compile(options: CompileOptions): CompileResult {
  return analyse(options).compiled;
}

/** What a compilation knows of the program beyond its Python: for reports, explanations and tests. */
export interface Analysis {
  readonly program: Program;
  readonly unifier: Unifier;
  readonly solver: Solver;
  readonly helperUses: readonly HelperUse[];
}

export interface Analysed {
  readonly compiled: CompileResult;
  /** null when the program is refused. */
  readonly analysis: Analysis | null;
}

export function analyse(options: CompileOptions): Analysed {
  const { entry, ambient = [], noUncheckedIndexedAccess = false } = options;
  return analyseLoaded(load({ entry, ambient, noUncheckedIndexedAccess }), options);
}

/** @param edited the files that TypeScript shall check, when the others are known to be right; null: all */
export function analyseLoaded(
  loaded: Loaded,
  options: CompileOptions,
  edited: ReadonlySet<string> | null = null,
): Analysed {
  const unchecked = options.noUncheckedIndexedAccess ?? false;
  const packageName = options.packageName ?? "app";
  const { errors, broken } = typescriptErrors(loaded.program, loaded.refused, edited);
  const refusals = new Refusals(loaded.program, [...loaded.refused.values()], errors);
  const refused = () => ({
    compiled: { modules: [], diagnostics: refusals.sorted(), main: "" },
    analysis: null,
  });
  const ctx = refusals.first(() => extract(loaded, unchecked, refusals.failures, broken));
  if (!ctx) return refused();
  const solver = new Solver(ctx.program, ctx.cells, ctx.flows, ctx.unifier.edges);
  refusals.then(() => solver.solve(), inTheSameFunction);
  const lowered = refusals.then(() => lowerProgram(ctx.program, ctx.unifier, solver, packageName), inTheSameExpression);
  const { program, unifier } = ctx;
  const paths = program.modules.map(({ path }) => path);
  const made =
    lowered &&
    refusals.then(
      () => machineCode(shortened(ctx, lowered, packageName), paths, options.native ?? false),
      inTheSameExpression,
    );
  if (!lowered || !made || !refusals.isEmpty) return refused();
  const { compiled, helpers } = emit(ctx, made.modules, packageName);
  // What nobody reaches was left out after the lowering, and with it helpers.
  const helperUses = lowered.helperUses.filter(({ helper }) => helpers.has(helper));
  return { compiled, analysis: { program, unifier, solver, helperUses } };
}

interface Emitted {
  readonly compiled: CompileResult;
  /** Names of the helpers that the program uses itself. */
  readonly helpers: ReadonlySet<string>;
}

function shortened(ctx: Context, { modules, surface }: Lowered, packageName: string): readonly PythonModule[] {
  const library = helperModule(ctx, importedFrom(modules, `${packageName}._ts`), packageName);
  const members = new Set([...surface.members, ...membersIn(library.python)]);
  return tidy(modules, { names: new Set([...surface.names, MAIN]), members });
}

function emit(ctx: Context, modules: readonly PythonModule[], packageName: string): Emitted {
  const helpers = importedFrom(modules, `${packageName}._ts`);
  const loop = runLoop(modules, helpers, packageName);
  const printed = modules.map((module, i) => print(module, ctx.program.modules[i] as Module, ctx.program));
  const emitted = [
    ...(helpers.size > 0 ? [helperModule(ctx, helpers, packageName)] : []),
    // Of a module that is only types or constants nothing is left.
    ...printed.filter(({ python }, i) => python !== "" || i === printed.length - 1),
  ];
  const imports = emitted.map((module) => `import ${module.name}`);
  const main = [...imports, ...loop, ""].join("\n");
  return { compiled: { modules: emitted, diagnostics: [], main }, helpers };
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

function helperModule(ctx: Context, helpers: ReadonlySet<string>, packageName: string): CompiledModule {
  return {
    name: `${packageName}._ts`,
    path: `${packageName}/_ts.py`,
    source: null,
    python: runtimeLibrary(helpers, ctx.program),
    map: null,
  };
}
