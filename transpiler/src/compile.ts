// The compiler's one way through: load, extract, solve, lower, tidy, print.

import type { CompileOptions, CompileResult } from "./compilation.ts";
import { inTheSameExpression, inTheSameFunction, Refusals } from "./diagnostics/refusals.ts";
import { typescriptErrors } from "./diagnostics/typescript.ts";
import { emit, packageOf, reached, type Short } from "./emit.ts";
import type { HelperUse } from "./lower/module-lowering.ts";
import { lowerProgram } from "./lower/program.ts";
import { extract } from "./program/extract.ts";
import type { Extractor } from "./program/extractor.ts";
import { type Loaded, load } from "./program/load.ts";
import { Solver } from "./ranges/solver.ts";
import { shortened } from "./tidy/index.ts";
import type { Program } from "./tree/nodes.ts";
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
  readonly extractor: Extractor;
  readonly short: Short;
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
  const { errors, broken } = typescriptErrors(loaded.program, loaded.refused, edited);
  const refusals = new Refusals(loaded.program, [...loaded.refused.values()], errors);
  const refused = () => ({
    compiled: { modules: [], late: [], diagnostics: refusals.sorted(), main: "" },
    analysis: null,
  });
  const extractor = refusals.first(() => extract(loaded, unchecked, refusals.failures, broken));
  if (!extractor) return refused();
  const { program, unifier, cells, flows } = extractor.ctx;
  const solver = new Solver(program, cells, flows, unifier.edges);
  refusals.then(() => solver.solve(), inTheSameFunction);
  const lowered = refusals.then(() => lowerProgram(program, unifier, solver, packageOf(options)), inTheSameExpression);
  const short = lowered && { modules: lowered.modules.map(shortened), surface: lowered.surface };
  const made = short && refusals.then(() => reached(program, unifier, short, options), inTheSameExpression);
  if (!short || !made || !refusals.isEmpty) return refused();
  const { compiled, helpers } = emit(program, made.modules, { unifier, surface: short.surface }, options);
  // What nobody reaches was left out after the lowering, and with it helpers.
  const helperUses = lowered.helperUses.filter(({ helper }) => helpers.has(helper));
  return { compiled, analysis: { program, unifier, solver, helperUses, extractor, short } };
}
