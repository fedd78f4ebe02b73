// After the lowering: the same program with less of it. What the lowering writes is right, but in places longer than what
// anybody would write; each file of this folder takes one kind of surplus out.
import type { PythonModule } from "../python/ast.ts";
import { withShortExpressions } from "./expressions.ts";
import { withoutIdle } from "./idle.ts";
import { withoutTemporaries } from "./temporaries.ts";

export { withoutUnused } from "./unused.ts";

/** What can be said of a module without looking at the others. */
export function shortened(module: PythonModule): PythonModule {
  return { ...module, body: withShortExpressions(withoutTemporaries(withoutIdle(module.body))) };
}

/** The names that the modules import from another. */
export function importedFrom(modules: readonly PythonModule[], module: string): Set<string> {
  const statements = modules.flatMap(({ body }) => body);
  return new Set(
    statements.flatMap((statement) =>
      statement.kind === "from" && statement.module === module ? statement.names.map(({ name }) => name) : [],
    ),
  );
}
