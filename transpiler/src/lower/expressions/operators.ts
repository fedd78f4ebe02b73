// Arithmetic, bits, comparison. What the range analysis proves decides between Python's operator and a helper.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import { type IntegerDivision, integerDivision } from "../../ranges/library.ts";
import { I32, type Range, truncatedDivision, U32, within } from "../../ranges/range.ts";
import type { BinaryOperator, Expr, ExprOf } from "../../tree/nodes.ts";
import { optionsOf, type Type, withoutNone } from "../../types/type.ts";
import { isAscii, isUnits } from "../builtins/plain-text.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";
import { condition } from "./logic.ts";
import { describe, refuseValueOf, textOf } from "./text.ts";
import { lowerTypeTest } from "./type-tests.ts";

export function lowerUnary(l: Lowering, expr: ExprOf<"unary">): PyExpr {
  const { operator, operand } = expr;
  if (operator === "!") return py.not(condition(l, operand));
  const value = l.expr(operand);
  if (operator === "+") return value;
  if (operator === "-") return py.negative(value);
  return within(l.range(operand), I32) ? py.invert(value) : l.callHelper("ts_i32", py.invert(value));
}

export function lowerBinary(l: Lowering, expr: ExprOf<"binary">): PyExpr {
  const divided = integerDivision(expr);
  if (divided) return lowerTruncation(l, divided);
  const test = lowerTypeTest(l, expr);
  if (test) return test;
  const { operator, left, right } = expr;
  const [a, b] = l.operands([left, right]) as [PyExpr, PyExpr];
  if (operator === "===" || operator === "!==") return equality(l, expr, a, b);
  if (expr.type.kind === "string") {
    refuseValueOf(l, left);
    refuseValueOf(l, right);
  }
  if (expr.type.kind === "string") return py.binary("+", textOf(l, a, left), textOf(l, b, right));
  if (left.type.kind === "string") return compareTexts(l, expr, a, b);
  return (NUMERIC[operator] ?? plain)(l, { expr, a, b, x: l.range(left), y: l.range(right) });
}

interface Numeric {
  readonly expr: ExprOf<"binary">;
  readonly a: PyExpr;
  readonly b: PyExpr;
  readonly x: Range;
  readonly y: Range;
}

const plain = (_: Lowering, { expr, a, b }: Numeric): PyExpr => {
  const { operator } = expr;
  if (operator === "<" || operator === "<=" || operator === ">" || operator === ">=") return py.compare(operator, a, b);
  return py.binary(operator as "+", a, b);
};

const NUMERIC: Partial<Record<BinaryOperator, (l: Lowering, n: Numeric) => PyExpr>> = {
  "%": (l, { a, b, x, y }) => (x.low >= 0 && y.low > 0 ? py.binary("%", a, b) : l.callHelper("ts_mod", a, b)),
  "&": (l, { a, b, x, y }) => {
    const masked = isMask(x) || isMask(y) || (within(x, I32) && within(y, I32));
    return masked ? py.binary("&", a, b) : l.callHelper("ts_i32", py.binary("&", a, b));
  },
  "|": (l, { expr, a, b, x, y }) => {
    if (expr.right.kind === "number" && expr.right.value === 0) return within(x, I32) ? a : l.callHelper("ts_i32", a);
    return wrapped(l, py.binary("|", a, b), x, y);
  },
  "^": (l, { a, b, x, y }) => wrapped(l, py.binary("^", a, b), x, y),
  "<<": (l, { expr, a, b, x, y }) => {
    const shifted = py.binary("<<", a, count(b, y));
    const exact =
      x.low >= I32.low / 2 ** y.high &&
      x.high * 2 ** y.high <= I32.high &&
      x.low * 2 ** y.high >= I32.low &&
      within(y, { low: 0, high: 31 });
    return exact && expr.type.kind === "number" ? shifted : l.callHelper("ts_i32", shifted);
  },
  ">>": (l, { a, b, x, y }) => py.binary(">>", within(x, I32) ? a : l.callHelper("ts_i32", a), count(b, y)),
  ">>>": (_, { expr, a, b, x, y }) => {
    const unsigned = within(x, U32) ? a : py.binary("&", a, { kind: "int", value: 0xffffffffn, hex: 8 });
    return expr.right.kind === "number" && expr.right.value === 0 ? unsigned : py.binary(">>", unsigned, count(b, y));
  },
};

/** A mask of at most 31 bits gives the same bits for whatever Python holds in its long integers. */
function isMask(range: Range): boolean {
  return range.low >= 0 && range.high <= I32.high;
}

function wrapped(l: Lowering, value: PyExpr, x: Range, y: Range): PyExpr {
  return within(x, I32) && within(y, I32) ? value : l.callHelper("ts_i32", value);
}

/** JavaScript takes the lowest five bits of a shift's count. */
function count(value: PyExpr, range: Range): PyExpr {
  if (value.kind === "int") return py.int(value.value & 31n);
  return within(range, { low: 0, high: 31 }) ? value : py.binary("&", value, py.int(31));
}

export function lowerTruncation(l: Lowering, { name, node }: IntegerDivision): PyExpr {
  const [a, b] = l.operands([node.left, node.right]) as [PyExpr, PyExpr];
  const [x, y] = [l.range(node.left), l.range(node.right)];
  if (name === "floor") return py.binary("//", a, b);
  if (name === "round") return l.callHelper("ts_round_div", a, b);
  if (name === "ceil") return py.negative(py.binary("//", py.negative(a), b));
  const quotient = x.low >= 0 && y.low > 0 ? py.binary("//", a, b) : l.callHelper("ts_trunc_div", a, b);
  return name === "wrap" && !within(truncatedDivision(x, y), I32) ? l.callHelper("ts_i32", quotient) : quotient;
}

function compareTexts(l: Lowering, { operator, left, right }: ExprOf<"binary">, a: PyExpr, b: PyExpr): PyExpr {
  // Code points and UTF-16 units are in the same order below U+10000, and beside ASCII.
  const isPlain = isAscii(l, left) || isAscii(l, right) || (isUnits(l, left) && isUnits(l, right));
  if (isPlain) return py.compare(operator as "<", a, b);
  if (operator === "<") return l.callHelper("ts_less", a, b);
  if (operator === ">=") return py.not(l.callHelper("ts_less", a, b));
  const less = l.callHelper("ts_less", b, ...l.early([a], [left], [b]));
  return operator === ">" ? less : py.not(less);
}

/** Which kinds are compared by value; all others are the same object or not. */
const BY_VALUE = new Set(["number", "string", "boolean"]);

function equality(l: Lowering, expr: ExprOf<"binary">, a: PyExpr, b: PyExpr): PyExpr {
  const { left, right } = expr;
  const equal = expr.operator === "===";
  const present = presence(l, expr, a, b);
  if (present) return equal ? py.not(present) : present;
  if (left.kind === "none" || right.kind === "none")
    return py.compare(equal ? "is" : "is not", left.kind === "none" ? b : a, { kind: "constant", value: "None" });
  // true and false are one object each, and 1 is neither.
  if (left.kind === "boolean" || right.kind === "boolean") return py.compare(equal ? "is" : "is not", a, b);
  const kinds = new Set([...optionsOf(left.type), ...optionsOf(right.type)].map(kindOf));
  const values = [...kinds].filter((kind) => BY_VALUE.has(kind));
  const others = [...kinds].filter((kind) => !BY_VALUE.has(kind) && kind !== "none" && kind !== "void");
  const mixed = (values.includes("boolean") && values.includes("number")) || (values.length > 0 && others.length > 0);
  if (mixed || kinds.has("json") || kinds.has("unknown")) {
    if (!comparableJson(left, right) && !sameObject(left, right))
      l.module.report(expr.span, findings.mixedEquality(describe(left.type), describe(right.type)));
  }
  if (values.length > 0) return py.compare(equal ? "==" : "!=", a, b);
  return py.compare(equal ? "is" : "is not", a, b);
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

function kindOf(type: Type): string {
  return type.kind;
}

/** A JsonValue compared with a text: nothing else in Python equals a text. */
function comparableJson(left: Expr, right: Expr): boolean {
  return (
    [left, right].some((side) => side.type.kind === "string") &&
    [left, right].every((side) => ["string", "json", "union"].includes(side.type.kind))
  );
}

/** An unknown value compared with an object: it is that object or it is not. */
function sameObject(left: Expr, right: Expr): boolean {
  const objects = new Set(["error", "instance", "record", "array", "map", "set", "promise"]);
  const isObject = (side: Expr) => optionsOf(side.type).every((option) => objects.has(option.kind));
  return (left.type.kind === "unknown" && isObject(right)) || (right.type.kind === "unknown" && isObject(left));
}

/** Error classes of the library, and of MicroPython. */
const ERRORS: ReadonlySet<string> = new Set(["Error", "TypeError", "RangeError", "SyntaxError", "OSError"]);

export function isErrorName(name: string): boolean {
  return ERRORS.has(name);
}

export function errorClass(l: Lowering, name: string): PyExpr {
  return l.helper(isErrorName(name) ? name : "Error");
}

export function lowerInstanceof(l: Lowering, { left, right, span }: ExprOf<"instanceof">): PyExpr {
  const value = l.expr(left);
  // TypeScript lets only what `new` can make something of stand on the right.
  if (right.kind === "builtin" && isErrorName(right.name))
    return py.call("isinstance", value, errorClass(l, right.name));
  if (optionsOf(right.type).every((option) => option.kind === "class" || option.kind === "record"))
    return py.call("isinstance", value, l.expr(right));
  l.module.report(span, findings.library("instanceof of this class", "Use it with classes of the program and Error."));
  return value;
}
