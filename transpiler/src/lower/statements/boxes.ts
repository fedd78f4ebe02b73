// Variables that each turn of a loop has anew and that closures share: lists of one, which the closure keeps. A closure
// that is made before its variable has a value keeps the empty list, which is made at the beginning of the turn.
import type { Expr as PyExpr, Stmt as PyStmt, Span } from "../../python/ast.ts";
import type { Binding, Stmt } from "../../tree/nodes.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";

/** The variable is shared with closures while its value changes, or is still to come: they keep its list. */
export function isBoxed(binding: Binding): boolean {
  return binding.loop !== null && binding.captured && (binding.writtenInBody || isEarly(binding));
}

/** A class stands under its own name. */
function isEarly(binding: Binding): boolean {
  return binding.early && binding.kind !== "class";
}

/** Gives a variable its first value. */
export function declareValue(l: Lowering, binding: Binding, value: PyExpr, span?: Span): PyStmt {
  const name = nameOf(l, binding);
  if (!isBoxed(binding)) return py.assign(name, value, span);
  const isMade = isEarly(binding) && !binding.head;
  return isMade ? py.expression(py.method(name, "append", value), span) : py.assign(name, py.list([value]), span);
}

/** The body of a loop, with the empty lists of its turn. */
export function turn(l: Lowering, loop: number, body: readonly Stmt[]): void {
  for (const binding of boxesOf(l, loop))
    if (isEarly(binding) && !binding.head) l.out.push(py.assign(nameOf(l, binding), py.list([])));
  l.statements(body);
}

/** The next turn of a `for` has its own copy of what closures of this one keep. */
export function copyHead(l: Lowering, loop: number, test: (binding: Binding) => boolean = () => true): void {
  for (const binding of boxesOf(l, loop)) {
    if (!binding.head || !test(binding)) continue;
    const name = nameOf(l, binding);
    l.out.push(py.assign(name, py.list([py.index(name, py.int(0))])));
  }
}

function boxesOf(l: Lowering, loop: number): Binding[] {
  return l.module.program.bindings.filter((binding) => binding.loop === loop && isBoxed(binding));
}

function nameOf(l: Lowering, binding: Binding): PyExpr {
  return py.name(l.module.shared.names.of(binding));
}
