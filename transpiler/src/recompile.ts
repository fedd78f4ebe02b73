// A program compiled again after an edit within the body of one function: that body is read anew, and only its module
// lowered. What was proven of the rest stays; where the edit reaches further, all has to be compiled.
import type { CompileOptions, CompileResult } from "./compilation.ts";
import type { Analysis } from "./compile.ts";
import { typescriptErrors } from "./diagnostics/typescript.ts";
import { emit, packageOf, reached } from "./emit.ts";
import { lowerAgain } from "./lower/program.ts";
import { amendBody } from "./program/amend-body.ts";
import { keepsLateSets } from "./program/late-edits.ts";
import type { Loaded } from "./program/load.ts";
import type { EditedBody } from "./program/renewal.ts";
import { shortened } from "./tidy/index.ts";
import { Unsettled } from "./types/settled.ts";

export interface Recompiled {
  readonly compiled: CompileResult;
  readonly analysis: Analysis;
}

/**
 * What is given is right, but may prove less than if all was compiled: what the old body did still counts. Null when the
 * edit reaches further, or anything is wrong with it; the analysis then is of no more use.
 */
export function recompile(
  analysis: Analysis,
  loaded: Loaded,
  edit: EditedBody,
  options: CompileOptions,
): Recompiled | null {
  const path = edit.after.getSourceFile().fileName;
  const { errors } = typescriptErrors(loaded.program, loaded.refused, new Set([path]));
  if (errors.length > 0 || loaded.refused.size > 0) return null;
  try {
    return amended(analysis, loaded, edit, options);
  } catch (error) {
    if (error instanceof Unsettled) return null;
    throw error;
  }
}

function amended(analysis: Analysis, loaded: Loaded, edit: EditedBody, options: CompileOptions): Recompiled | null {
  const { program, unifier, solver, extractor } = analysis;
  const { functions, edges, firstCell, module } = amendBody(extractor, loaded, edit);
  if (!keepsLateSets(extractor.ctx, loaded.program, edit)) return null;
  solver.extend(functions, edges, firstCell);
  const lowered = lowerAgain(program, unifier, solver, packageOf(options), module);
  if (solver.diagnostics.length > 0 || lowered === null) return null;
  const modules = analysis.short.modules.map((one, i) => (i === module ? shortened(lowered) : one));
  const short = { ...analysis.short, modules };
  const made = reached(program, unifier, short, options);
  if (made.diagnostics.length > 0) return null;
  const { compiled } = emit(program, made.modules, { unifier, surface: short.surface }, options);
  return { compiled, analysis: { ...analysis, short } };
}
