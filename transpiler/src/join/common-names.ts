// A .mpy file has a table of its names, in the order in which the compiler meets them, and bytecode says a name by its place
// there: in one byte for the first 127, in two for the others. So a large file begins with the names that it uses most, in a
// statement that does nothing.

import { boundIn } from "../names/survey.ts";
import type { Expr, PythonModule, Stmt } from "../python/ast.ts";
import { nodesOf } from "../tidy/walk.ts";
import { constantOf } from "./meanings.ts";

/** The file's own name and `__name__` come first; two are spare, for what a later mpy-cross may put there. */
const FIRST = 124;

/** Of fewer names too many have a place among the first anyway. */
const NAMES_MIN = 400;

/** The statement, on one line; null where it would not pay. */
export function commonNamesFirst({ body }: PythonModule): string | null {
  const counts = new Map<string, number>();
  const nodes = nodesOf(body) as unknown as (Stmt | Expr)[];
  const variables = new Set(nodes.flatMap(variablesOf));
  for (const name of boundIn(body)) if (!name.startsWith("_")) variables.delete(name);
  const said = nodes.flatMap((node) => (node.kind === "name" && variables.has(node.id) ? [] : saidBy(node)));
  for (const name of said) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size < NAMES_MIN) return null;
  const order = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const names = order.slice(0, FIRST).map(([name]) => name);
  // Members, because MicroPython has not decided yet what a name without a point is when it makes that table.
  return `if __name__ is None: __name__.${names.join(".")}\n`;
}

/** Names that bytecode has to say for a node. Each function says its parameters' names, for calls by keyword. */
function saidBy(node: Stmt | Expr): readonly string[] {
  switch (node.kind) {
    case "name":
      return [node.id];
    case "attribute":
      return [node.name];
    case "def":
      return [node.name, ...parametersOf(node)];
    default:
      return parametersOf(node);
  }
}

function parametersOf(node: Stmt | Expr): readonly string[] {
  return node.kind === "def" || node.kind === "lambda" ? node.params.map(({ name }) => name) : [];
}

/** What functions have for themselves, for which bytecode has numbers, and constants, of which it has the value. */
function variablesOf(node: Stmt | Expr): readonly string[] {
  const constant = node.kind === "assign" ? constantOf(node) : null;
  if (constant) return [constant.name];
  if (node.kind !== "def") return parametersOf(node);
  return [...parametersOf(node), ...boundIn(node.body)];
}
