// === and !==: by value for texts, numbers and booleans, by identity for all else, decided by the static types where
// they decide it. Python's == would compare lists by their items, and finds True equal to 1.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { mayBe, type NoneFlavour, noneFlavours, optionsOf, type Type, unionOf, withoutNone } from "../../types/type.ts";
import type { Lowering } from "../lowering.ts";
import { NONE, py } from "../py.ts";
import { withoutNaN } from "./nan.ts";

export function lowerEquality(l: Lowering, expr: ExprOf<"binary">, a: PyExpr, b: PyExpr): PyExpr {
  const { left, right } = expr;
  const equal = expr.operator === "===";
  const is = equal ? "is" : "is not";
  const present = presence(l, expr, a, b);
  if (present) return equal ? py.not(present) : present;
  if (!expr.loose && !l.anyNone.has(expr)) checkFlavours(l, expr);
  // A function of the type () => void may give anything.
  if ([left, right].some((side) => optionsOf(side.type).some((option) => option.kind === "void")))
    l.module.report(expr.span, findings.mixedEquality("The result of a function that gives nothing", "a value"));
  if (left.kind === "none" || right.kind === "none") return py.compare(is, left.kind === "none" ? b : a, NONE);
  // true and false are one object each, and 1 is neither.
  if (left.kind === "boolean" || right.kind === "boolean") return py.compare(is, a, b);
  const [x, y] = [l.range(left), l.range(right)];
  if (x.nan && y.nan) {
    const same = withoutNaN(l, { a, b, x, y }, (p, q) => compared(l, [left, right], true, p, q));
    return equal ? same : py.not(same);
  }
  return compared(l, [left, right], equal, a, b);
}

function compared(l: Lowering, [left, right]: readonly [Expr, Expr], equal: boolean, a: PyExpr, b: PyExpr): PyExpr {
  switch (likeness([left.type, right.type])) {
    case "identity":
      l.module.refuseIdentity(unionOf([left.type, right.type]), left.span);
      return py.compare(equal ? "is" : "is not", a, b);
    case "value":
      return py.compare(equal ? "==" : "!=", a, b);
    default: {
      if (mayBe(left.type, "float") || mayBe(right.type, "float"))
        l.module.report(left.span, findings.mixedEquality("A float", "what may be true or false"));
      const same = l.callHelper("ts_same", a, b);
      return equal ? same : py.not(same);
    }
  }
}

/** `record[key] !== undefined` where the value may be null, which is None as well: whether the key is there. */
function presence(l: Lowering, { left, right }: ExprOf<"binary">, a: PyExpr, b: PyExpr): PyExpr | null {
  const [read, value, other] = left.kind === "none" ? [right, b, left] : [left, a, right];
  if (other.kind !== "none" || other.flavour !== "undefined" || read.kind !== "index") return null;
  const dict = withoutNone(read.object.type);
  if (dict.kind !== "dict" || dict.value.kind !== "json") return null;
  if (value.kind !== "call") return null;
  if (value.callee.kind === "attribute") return py.compare("in", value.args[0] as PyExpr, value.callee.object);
  const [values, key] = value.args as [PyExpr, PyExpr];
  return values.kind === "attribute" ? l.callHelper("ts_in", values.object, key) : null;
}

const BY_VALUE = new Set(["string", "number", "float", "boolean"]);
const NOTHING = new Set(["none", "void", "never"]);

/** How a value of one type is compared with one of the other. */
export function likeness(types: readonly [Type, Type]): "value" | "identity" | "mixed" {
  const sides = types.map((type) => optionsOf(type).flatMap(({ kind }) => (NOTHING.has(kind) ? [] : [kind])));
  const isObject = (kind: Type["kind"]) => !BY_VALUE.has(kind) && kind !== "unknown" && kind !== "json";
  if (sides.some((kinds) => kinds.every(isObject))) return "identity";
  // Nothing else in Python equals a text.
  if (sides.some((kinds) => kinds.every((kind) => kind === "string"))) return "value";
  const kinds = new Set(sides.flat());
  const isPlain = [...kinds].every((kind) => BY_VALUE.has(kind));
  const isNumeric = kinds.has("number") || kinds.has("float");
  return isPlain && !(kinds.has("boolean") && isNumeric) ? "value" : "mixed";
}

/** null and undefined are one value on the device: a comparison must not be able to tell them apart. */
function checkFlavours(l: Lowering, { left, right, span }: ExprOf<"binary">): void {
  const [a, b] = [flavoursOf(left), flavoursOf(right)];
  if (a.length === 0 || b.length === 0) return;
  const all = new Set([...a, ...b]);
  if (all.size < 2) return;
  const [none, other] = left.kind === "none" ? [left, right] : [right, left];
  const [flavour] = flavoursOf(other);
  if (none.kind === "none" && flavour && noneFlavours(other.type).length === 1 && flavour !== none.flavour)
    l.module.report(span, findings.otherNone(none.flavour, flavour));
  else l.module.report(span, findings.twoNones());
}

function flavoursOf(expr: Expr): readonly NoneFlavour[] {
  if (expr.kind === "none") return [expr.flavour];
  return noneFlavours(expr.type);
}
