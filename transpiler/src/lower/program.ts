// Lowers a whole program: a Python module for each TypeScript module, and the set of helpers that they use.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PythonModule } from "../python/ast.ts";
import type { Facts } from "../ranges/solver.ts";
import type { Module, Program } from "../tree/nodes.ts";
import type { Unifier } from "../types/unify.ts";
import { Lowering } from "./lowering.ts";
import { ModuleLowering, pythonModule, type Shared } from "./module-lowering.ts";
import { Names } from "./names.ts";

export interface Lowered {
  readonly modules: readonly PythonModule[];
  readonly helpers: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

export function lowerProgram(program: Program, unifier: Unifier, facts: Facts, packageName: string): Lowered {
  const shared: Shared = { program, unifier, facts, names: new Names(program), packageName, helpers: new Set(), diagnostics: [] };
  const modules = program.modules.map((module) => lowerModule(shared, module));
  return { modules, helpers: shared.helpers, diagnostics: shared.diagnostics };
}

function lowerModule(shared: Shared, module: Module): PythonModule {
  const state = new ModuleLowering(shared, module);
  const l = new Lowering(state, null);
  l.statements(module.body);
  const body = [...state.importStatements(), ...state.shapeClasses, ...l.out];
  return { name: pythonModule(shared.packageName, module), source: `${module.relative}.ts`, body };
}
