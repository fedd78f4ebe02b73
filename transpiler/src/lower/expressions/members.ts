// Names, `object.name`, optional chains.
import type { Expr as PyExpr, Stmt as PyStmt } from "../../python/ast.ts";
import type { Binding, Expr, ExprOf } from "../../tree/nodes.ts";
import { LAST_STEP } from "../../types/iteration.ts";
import { noneFlavour, optionsOf } from "../../types/type.ts";
import { accessorName, attributeName } from "../attributes.ts";
import { libraryProperty } from "../builtins/properties.ts";
import type { Lowering } from "../lowering.ts";
import { isPlain, NONE, py } from "../py.ts";
import { isBoxed } from "../statements/boxes.ts";
import { floatLiteral } from "./floats.ts";
import { needsOrder } from "./logic.ts";

export function bindingOf(l: Lowering, expr: ExprOf<"name">): Binding {
  return l.module.program.bindings[expr.binding] as Binding;
}

export function lowerName(l: Lowering, expr: ExprOf<"name">): PyExpr {
  const binding = bindingOf(l, expr);
  if (expr.type.kind === "float" && typeof binding.literal === "number") return floatName(l, binding);
  if (l.module.shared.constants.has(binding.id)) return l.module.constant(binding);
  if (isInlined(binding)) return py.int(binding.literal as number);
  const value = readBinding(l, binding);
  const isChecked = isBoxed(binding) && mayBeUnset(binding) && (binding.late || binding.owner !== l.func);
  return isChecked ? l.callHelper("ts_set", value) : value;
}

/** A constant as a float, which it is already or becomes where it meets one. */
function floatName(l: Lowering, binding: Binding): PyExpr {
  const isKnown = l.module.shared.constants.has(binding.id) || isInlined(binding);
  if (isKnown) return floatLiteral(l, binding.literal as number);
  const value = readBinding(l, binding);
  return binding.type.kind === "float" ? value : py.call("float", value);
}

/** TypeScript does not look whether functions read a variable before it has a value, and believes a `!`. */
export function mayBeUnset({ type, captured, late, valueless }: Binding): boolean {
  const takesUndefined = optionsOf(type).some(({ kind }) => ["none", "void", "unknown"].includes(kind));
  return valueless && (captured || late) && !takesUndefined;
}

/** A number of a function's own: no function within it could read it before its line. */
export function isInlined({ literal, owner, captured }: Binding): boolean {
  return typeof literal === "number" && owner !== null && !captured;
}

export function readBinding(l: Lowering, binding: Binding): PyExpr {
  const name = l.module.reference(binding);
  return isBoxed(binding) ? py.index(name, py.int(0)) : name;
}

/** The object of a member: after a None in an optional chain the rest of the chain is skipped. */
export function chained(l: Lowering, object: Expr, optional: boolean, rest: (value: PyExpr) => PyExpr): PyExpr {
  const value = l.expr(object);
  if (!optional || noneFlavour(object.type) === null) return rest(value);
  const kept = isPlain(value) && l.out.length === 0 ? value : l.spill(value);
  l.skips.push(kept);
  return rest(kept);
}

/** Wraps a chain: what follows `?.` is only evaluated when the object is not None. */
export function lowerChain(l: Lowering, { value: inner }: ExprOf<"chain">): PyExpr {
  const outer = l.skips;
  l.skips = [];
  const { value, statements } = l.capture(() => l.expr(inner));
  const tests = l.skips;
  l.skips = outer;
  const [first] = tests;
  if (first === undefined) {
    l.out.push(...statements);
    return value;
  }
  const at = endOf(statements, first);
  if (tests.length === 1 && !needsOrder(statements.slice(at))) {
    l.out.push(...statements);
    return py.conditional(py.isNone(first), NONE, value);
  }
  const result = py.name(l.temporary());
  l.out.push(py.assign(result, NONE), ...nest(tests, statements, py.assign(result, value)));
  return result;
}

/** How many statements it takes until a tested object stands in its temporary. */
function endOf(statements: readonly PyStmt[], test: PyExpr): number {
  return statements.findIndex((statement) => statement.kind === "assign" && statement.target === test) + 1;
}

/** Each object is tested before the statements that need it. */
function nest([test, ...more]: readonly PyExpr[], statements: readonly PyStmt[], last: PyStmt): PyStmt[] {
  if (test === undefined) return [...statements, last];
  const at = endOf(statements, test);
  return [...statements.slice(0, at), py.if(py.isNotNone(test), nest(more, statements.slice(at), last))];
}

export function lowerMember(l: Lowering, expr: ExprOf<"member">): PyExpr {
  if (expr.access === "library")
    return chained(l, expr.object, expr.optional, (value) => libraryProperty(l, expr, value));
  return chained(l, expr.object, expr.optional, (value) => {
    if (expr.access === "accessor") return py.method(value, accessorName("get", expr.name));
    const name = attributeName(expr.name);
    if (expr.access === "property") return py.property(value, name);
    return isPastEnd(expr) ? l.callHelper("ts_some", py.attribute(value, name)) : py.attribute(value, name);
  });
}

/** Asked once more at its end, a generator gives undefined, whatever the type of its result says: that stops. */
function isPastEnd({ object, name, type }: ExprOf<"member">): boolean {
  if (name !== "value" || noneFlavour(type) !== null || type.kind === "unknown") return false;
  return optionsOf(object.type).some((option) => option.kind === "record" && option.name === LAST_STEP);
}
