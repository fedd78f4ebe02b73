// For a device: the body of a function that is called at one place alone takes the place of that call, where that is the
// same. A function costs a board some 70 bytes of its heap beside its code: an object, another for its bytecode, a row in the
// table of its module or class.
import type { PythonModule, Stmt } from "../python/ast.ts";
import { mapBlocks, nodesOf } from "../tidy/walk.ts";
import { type Elsewhere, onlyCalls } from "./candidates.ts";
import { Inliner } from "./places.ts";

export type { Elsewhere } from "./candidates.ts";

/** @param modules of the whole program */
export function withFewerFunctions(modules: readonly PythonModule[], elsewhere: Elsewhere): readonly PythonModule[] {
  const calls = onlyCalls(modules, elsewhere);
  if (calls.size === 0) return modules;
  return modules.map((module) => {
    const inliner = new Inliner(calls, { constants: constantsIn(module), changing: changingIn(module) });
    const filled = (statement: Stmt): Stmt => {
      if (statement.kind === "def") return inliner.of(statement);
      return statement.kind === "class" ? mapBlocks(statement, (body) => body.map(filled)) : statement;
    };
    const body = module.body.map(filled);
    const { gone } = inliner;
    if (gone.size === 0) return module;
    const names = new Map([...gone].map((made) => [inliner.of(made), made]));
    const isLeft = (statement: Stmt) => statement.kind !== "def" || !names.has(statement);
    const left = (statement: Stmt) =>
      statement.kind === "class" ? { ...statement, body: statement.body.filter(isLeft) } : statement;
    return { ...module, body: body.filter(isLeft).map(left) };
  });
}

/** `_NAME = const(1)`. */
function constantsIn({ body }: PythonModule): ReadonlySet<string> {
  return new Set(
    body.flatMap((statement) => {
      if (statement.kind !== "assign" || statement.target.kind !== "name" || statement.value.kind !== "call") return [];
      const { callee } = statement.value;
      return callee.kind === "name" && callee.id === "const" ? [statement.target.id] : [];
    }),
  );
}

function changingIn({ body }: PythonModule): ReadonlySet<string> {
  return new Set(nodesOf(body).flatMap(({ kind, names }) => (kind === "global" ? (names as readonly string[]) : [])));
}
