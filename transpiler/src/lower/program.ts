// Lowers a whole program: a Python module for each TypeScript module.

import { findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PythonModule, Stmt } from "../python/ast.ts";
import type { Facts } from "../ranges/solver.ts";
import type { Surface } from "../tidy/reach.ts";
import type { Module, Program } from "../tree/nodes.ts";
import { arities, variadicSets } from "../types/arguments.ts";
import type { Unifier } from "../types/unify.ts";
import { namedConstants } from "./constants.ts";
import { Keyed } from "./keyed.ts";
import { Lowering } from "./lowering.ts";
import { type HelperUse, ModuleLowering, pythonModule, type Shared } from "./module-lowering.ts";
import { Names } from "./names.ts";
import { asGenerator, py, yields } from "./py.ts";
import { surfaceOf } from "./surface.ts";

export interface Lowered {
  readonly modules: readonly PythonModule[];
  readonly helperUses: readonly HelperUse[];
  readonly diagnostics: readonly Diagnostic[];
  readonly surface: Surface;
}

export function lowerProgram(program: Program, unifier: Unifier, facts: Facts, packageName: string): Lowered {
  const shared = sharedBy(program, unifier, facts, packageName);
  const modules = program.modules.map((module) => lowerModule(shared, module));
  const { helperUses, diagnostics } = shared;
  return { modules, helperUses, diagnostics, surface: surfaceOf(program, unifier, shared.names) };
}

/** One module of a program that was lowered before; null when anything is wrong with it. */
export function lowerAgain(
  program: Program,
  unifier: Unifier,
  facts: Facts,
  packageName: string,
  index: number,
): PythonModule | null {
  const shared = sharedBy(program, unifier, facts, packageName);
  const module = lowerModule(shared, program.modules[index] as Module);
  return shared.diagnostics.length > 0 ? null : module;
}

function sharedBy(program: Program, unifier: Unifier, facts: Facts, packageName: string): Shared {
  return {
    program,
    unifier,
    facts,
    constants: namedConstants(program),
    names: new Names(program),
    keyed: new Keyed(program, unifier),
    variadic: variadicSets(program),
    arities: arities(program),
    packageName,
    helperUses: [],
    diagnostics: [],
  };
}

/** The name of the generator that is the body of an entry with await at its top. */
export const MAIN = "ts_main";

/** The module's body as a generator for the event loop; its variables stay the module's. */
function waitingBody(shared: Shared, module: Module, out: readonly Stmt[]): Stmt {
  const names = shared.program.bindings
    .filter((one) => one.owner === null && one.module === module.index)
    .map((one) => shared.names.of(one));
  const globals: Stmt[] = names.length > 0 ? [{ kind: "global", names }] : [];
  return py.def(MAIN, [], [...globals, ...asGenerator(out)]);
}

function lowerModule(shared: Shared, module: Module): PythonModule {
  const state = new ModuleLowering(shared, module);
  const l = new Lowering(state, null);
  l.statements(module.body);
  const waits = yields(l.out);
  if (waits && module.index !== shared.program.modules.length - 1) {
    state.report(
      { start: 0, end: 1 },
      findings.moduleForm("await at the top of an imported module", "Await in a function that the entry calls."),
    );
  }
  const statements = waits ? [waitingBody(shared, module, l.out)] : l.out;
  const body = [...state.importStatements(), ...state.constantStatements(), ...state.shapeClasses, ...statements];
  return { name: pythonModule(shared.packageName, module), source: `${module.relative}.ts`, body };
}
