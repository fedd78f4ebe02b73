// After the lowering: the same program with less of it. What the lowering writes is right, but in places longer than what
// anybody would write; each file of this folder takes one kind of surplus out.
import type { PythonModule } from "../python/ast.ts";
import { withShortExpressions } from "./expressions.ts";
import { withoutIdle } from "./idle.ts";
import type { Surface } from "./reach.ts";
import { withoutTemporaries } from "./temporaries.ts";
import { withoutUnused } from "./unused.ts";

export function tidy(modules: readonly PythonModule[], surface: Surface): readonly PythonModule[] {
  const short = modules.map((module) => ({
    ...module,
    body: withShortExpressions(withoutTemporaries(withoutIdle(module.body))),
  }));
  return withoutUnused(short, surface);
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
