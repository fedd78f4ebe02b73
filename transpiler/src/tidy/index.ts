// After the lowering: the same program with less of it. What the lowering writes is right, but in places longer than what
// anybody would write; each file of this folder takes one kind of surplus out.
import type { PythonModule } from "../python/ast.ts";
import { withoutTemporaries } from "./temporaries.ts";

export function tidy(modules: readonly PythonModule[]): readonly PythonModule[] {
  return modules.map((module) => ({ ...module, body: withoutTemporaries(module.body) }));
}
