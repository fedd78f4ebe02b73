// Elements: `xs[i]`, `text[i]`, `record[key]`, and what stands in for one that is not there. What the analysis knows of
// lengths decides whether an index is tested at all.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr, Stmt as PyStmt } from "../../python/ast.ts";
import { isSamePlace } from "../../python/same-place.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import {
  isReadByPlace,
  noneFlavour,
  noneFlavours,
  type Type,
  UNDEFINED,
  unionOf,
  withoutNone,
} from "../../types/type.ts";
import { isUnits } from "../builtins/plain-text.ts";
import type { Lowering } from "../lowering.ts";
import { isPlain, NONE, py } from "../py.ts";
import { isOwnOnly } from "./keys.ts";
import { needsOrder } from "./logic.ts";
import { chained } from "./members.ts";
import { describe } from "./text.ts";

type Index = ExprOf<"index">;

export function lowerIndex(l: Lowering, expr: Index): PyExpr {
  if (expr.optional) return chained(l, expr.object, true, (object) => readElement(l, expr, object, l.expr(expr.index)));
  const [object, index] = l.operands([expr.object, expr.index]) as [PyExpr, PyExpr];
  return readElement(l, expr, object, index);
}

function readElement(l: Lowering, expr: Index, object: PyExpr, index: PyExpr): PyExpr {
  const { kind } = withoutNone(expr.object.type);
  if (kind === "tuple" && expr.index.kind === "number") return py.index(object, index);
  // An element that is null at most: where it is missing, and JavaScript gives undefined, it stops.
  const mayMiss = noneFlavours(expr.type).includes("undefined");
  if (kind === "dict") {
    const values = py.attribute(object, "d");
    if (!mayMiss) return py.index(values, index);
    return isOwnOnly(expr.index) ? py.method(values, "get", index) : l.callHelper("ts_lookup", values, index);
  }
  const isFront = l.range(expr.index).low >= 0;
  const isBare = l.isInside(expr) || (!mayMiss && isFront);
  if (kind === "string") return readCharacter(l, expr, object, index, isBare);
  if (!isReadByPlace(withoutNone(expr.object.type)))
    l.module.report(
      expr.span,
      findings.library(`An index into ${describe(expr.object.type)}`, "Use an array or a Map."),
    );
  if (isBare) return py.index(object, index);
  if (!mayMiss) return isLast(object, index) ? py.index(object, LAST) : l.callHelper("ts_item", object, index);
  return isFront && isPlain(object) && isPlain(index)
    ? orElse(object, index, NONE)
    : l.callHelper("ts_at", object, index);
}

function readCharacter(l: Lowering, expr: Index, object: PyExpr, index: PyExpr, isBare: boolean): PyExpr {
  if (isBare && isUnits(l, expr.object)) return py.index(object, index);
  if (isLast(object, index) && isUnits(l, expr.object) && noneFlavour(expr.type) === null)
    return py.index(object, LAST);
  if (noneFlavour(expr.type) === "undefined") return l.callHelper("ts_char_at", object, index, NONE);
  return l.callHelper("ts_char_item", object, index);
}

const LAST = py.int(-1);

/** `xs[xs.length - 1]`: where nothing is in it, Python's own -1 stops as well. */
function isLast(object: PyExpr, index: PyExpr): boolean {
  if (index.kind !== "binary" || index.operator !== "-" || index.left.kind !== "call") return false;
  const { callee, args } = index.left;
  const isLength = callee.kind === "name" && callee.id === "len" && args[0] && isSamePlace(args[0], object);
  return Boolean(isLength) && index.right.kind === "int" && index.right.value === 1n;
}

/** `xs[i] if i < len(xs) else other`, for an index that is not negative. */
function orElse(object: PyExpr, index: PyExpr, other: PyExpr): PyExpr {
  return py.conditional(py.compare("<", index, py.call("len", object)), py.index(object, index), other);
}

/** `xs[i] ?? other`: the test of the index is the test for undefined, as no element is. Null for anything else. */
export function lowerElementOr(l: Lowering, { left, right }: ExprOf<"logical">): PyExpr | null {
  if (left.kind !== "index" || left.optional || noneFlavour(elementOf(left.object.type)) !== null) return null;
  if (l.isInside(left)) return l.expr({ ...left, type: withoutNone(left.type) });
  // Outside it is undefined, whatever the declared type says.
  if (l.range(left.index).low < 0) return lowerOr(l, l.expr({ ...left, type: unionOf([left.type, UNDEFINED]) }), right);
  const [object, index] = l.operands([left.object, left.index]) as [PyExpr, PyExpr];
  const other = l.capture(() => l.expr(right));
  const again = isRepeatable(object) ? object : l.spill(object);
  const at = l.once(index);
  if (needsOrder(other.statements)) return choose(l, orElse(again, at, NONE), other);
  l.out.push(...other.statements);
  return orElse(again, at, other.value);
}

/** The value under a key of a dictionary, which may be null, or what stands in where there is no such key. */
export function lowerKeyOr(l: Lowering, left: Index, right: Expr): PyExpr {
  const [object, key] = l.operands([left.object, left.index]) as [PyExpr, PyExpr];
  const [kept, name] = [l.once(object), l.once(key)];
  const values = py.attribute(kept, "d");
  // What every object of JavaScript has is no value of the type, and stops.
  const isThere = isOwnOnly(left.index) ? py.compare("in", name, values) : l.callHelper("ts_in", kept, name);
  const other = l.capture(() => l.expr(right));
  const value = py.index(values, name);
  if (!needsOrder(other.statements)) {
    l.out.push(...other.statements);
    return py.conditional(isThere, value, other.value);
  }
  const result = py.name(l.temporary());
  const instead = [...other.statements, py.assign(result, other.value)];
  l.out.push(py.if(isThere, [py.assign(result, value)], instead));
  return result;
}

/** `value ?? other`, where the other is evaluated only for None. */
export function lowerOr(l: Lowering, first: PyExpr, right: Expr): PyExpr {
  return choose(
    l,
    first,
    l.capture(() => l.expr(right)),
  );
}

interface Captured {
  readonly value: PyExpr;
  readonly statements: readonly PyStmt[];
}

function choose(l: Lowering, first: PyExpr, { value: second, statements }: Captured): PyExpr {
  if (needsOrder(statements)) {
    const name = l.spill(first);
    l.out.push(py.if(py.isNone(name), [...statements, py.assign(name, second)]));
    return name;
  }
  l.out.push(...statements);
  const value = l.once(first);
  return py.conditional(py.isNone(value), second, value);
}

/** Reading it twice is as good as keeping it: a name, or an attribute of one. */
export function isRepeatable(expr: PyExpr): boolean {
  return isPlain(expr) || (expr.kind === "attribute" && !expr.acts && isPlain(expr.object));
}

/** The type of what is in a container; one that may be undefined for any other kind of value. */
function elementOf(type: Type): Type {
  if (type.kind === "array") return type.element;
  return type.kind === "typedArray" ? { kind: "boolean" } : { kind: "none", flavour: "undefined" };
}
