// Arithmetic, bits, comparison. What the range analysis proves decides between Python's operator and a helper.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import { type IntegerDivision, integerDivision } from "../../ranges/library.ts";
import { I32, type Range, truncatedDivision, U32, within } from "../../ranges/range.ts";
import type { BinaryOperator, Expr, ExprOf } from "../../tree/nodes.ts";
import { optionsOf, type Type } from "../../types/type.ts";
import { isWords } from "../../types/typed-arrays.ts";
import { isAscii, isUnits } from "../builtins/plain-text.ts";
import { toNumber } from "../builtins/to-number.ts";
import type { Lowering } from "../lowering.ts";
import { py, TRUE } from "../py.ts";
import { lowerEquality } from "./equality.ts";
import { lowerDifference, lowerFloatOperation } from "./floats.ts";
import { condition } from "./logic.ts";
import { withoutNaN, zeroForNaN } from "./nan.ts";
import { refuseValueOf, textOf } from "./text.ts";
import { lowerTypeTest } from "./type-tests.ts";

export function lowerUnary(l: Lowering, expr: ExprOf<"unary">): PyExpr {
  const { operator, operand } = expr;
  if (operator === "!") return py.not(condition(l, operand));
  if (operand.type.kind === "float") return py.negative(l.expr(operand));
  const value = zeroForNaN(l.expr(operand), l.range(operand));
  if (operator === "+") return operand.type.kind === "number" ? value : toNumber(l, value, operand);
  if (operator === "-") return py.negative(value);
  return within(l.range(operand), I32) ? py.invert(value) : l.callHelper("ts_i32", py.invert(value));
}

export function lowerBinary(l: Lowering, expr: ExprOf<"binary">): PyExpr {
  const divided = integerDivision(expr);
  if (divided) return lowerTruncation(l, divided);
  const test = lowerTypeTest(l, expr);
  if (test) return test;
  const { operator, left, right } = expr;
  if (expr.type.kind === "float") return lowerFloatOperation(l, expr);
  const [first, b] = l.operands([left, right]) as [PyExpr, PyExpr];
  const a = isTestOfEmpty(expr) ? anyLength(l, first) : first;
  if (operator === "===" || operator === "!==") return lowerEquality(l, expr, a, b);
  if (expr.type.kind === "string") {
    refuseValueOf(l, left);
    refuseValueOf(l, right);
  }
  if (expr.type.kind === "string") return py.binary("+", textOf(l, a, left), textOf(l, b, right));
  if (left.type.kind === "float" && operator === "-") return lowerDifference(l, a, b);
  if (COMPARISONS.has(operator) && [left, right].some(({ type }) => type.kind === "union"))
    return compareAny(l, expr, a, b);
  if (left.type.kind === "string") return compareTexts(l, expr, a, b);
  return numeric(l, { expr, a, b, x: l.range(left), y: l.range(right) });
}

/** `text.length > 0`, `text.length < 1` */
function isTestOfEmpty({ operator, right }: ExprOf<"binary">): boolean {
  if (right.kind !== "number") return false;
  return right.value === 0 ? TESTS.has(operator) : right.value === 1 && (operator === "<" || operator === ">=");
}

const TESTS: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "===", "!=="]);

/** A text is empty in Python where it is in JavaScript, whatever its characters count. */
function anyLength(l: Lowering, value: PyExpr): PyExpr {
  const isLength =
    value.kind === "call" && value.callee.kind === "name" && l.module.isHelper(value.callee.id, "ts_len");
  return isLength ? py.call("len", ...value.args) : value;
}

function numeric(l: Lowering, given: Numeric): PyExpr {
  const { operator } = given.expr;
  const { x, y } = given;
  if (COMPARISONS.has(operator) && (x.nan || y.nan))
    return withoutNaN(l, given, (a, b) => py.compare(operator as "<", a, b));
  const n = { ...given, a: zeroForNaN(given.a, x), b: zeroForNaN(given.b, y) };
  return (NUMERIC[operator] ?? plain)(l, n);
}

const COMPARISONS: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

interface Numeric {
  readonly expr: ExprOf<"binary">;
  readonly a: PyExpr;
  readonly b: PyExpr;
  readonly x: Range;
  readonly y: Range;
}

const plain = (_: Lowering, { expr, a, b }: Numeric): PyExpr => {
  const { operator } = expr;
  if (COMPARISONS.has(operator)) return py.compare(operator as "<", a, b);
  return py.binary(operator as "+", a, b);
};

export const NUMERIC: Partial<Record<BinaryOperator, (l: Lowering, n: Numeric) => PyExpr>> = {
  "%": (l, { a, b, x, y }) => (x.low >= 0 && y.low > 0 ? py.binary("%", a, b) : l.callHelper("ts_mod", a, b)),
  "&": (l, { a, b, x, y }) => {
    if (isMask(x) || isMask(y)) return py.binary("&", isMask(y) ? lowBits(l, a) : a, isMask(x) ? lowBits(l, b) : b);
    const masked = within(x, I32) && within(y, I32);
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

const BITS: ReadonlySet<string> = new Set(["&", "|", "^"]);

/** What has the same lowest 32 bits, for a mask that looks at no others: within it nothing needs to be wrapped. */
function lowBits(l: Lowering, value: PyExpr): PyExpr {
  if (value.kind === "call" && value.callee.kind === "name" && l.module.isHelper(value.callee.id, "ts_i32"))
    return lowBits(l, value.args[0] as PyExpr);
  if (value.kind !== "binary" || !BITS.has(value.operator)) return value;
  return { ...value, left: lowBits(l, value.left), right: lowBits(l, value.right) };
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

/** What may be texts or numbers. */
function compareAny(l: Lowering, { operator, left }: ExprOf<"binary">, a: PyExpr, b: PyExpr): PyExpr {
  const orSame = operator.endsWith("=") ? [TRUE] : [];
  if (operator.startsWith("<")) return l.callHelper("ts_before", a, b, ...orSame);
  const [first] = l.early([a], [left], [b]) as [PyExpr];
  return l.callHelper("ts_before", b, first, ...orSame);
}

/** Error classes of the library, and of MicroPython. */
const ERRORS: ReadonlySet<string> = new Set([
  "Error",
  "TypeError",
  "RangeError",
  "SyntaxError",
  "AggregateError",
  "OSError",
]);

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
  const bytes = testOfBytes(left.type, right, value);
  if (bytes) return bytes;
  l.module.report(span, findings.library("instanceof of this class", "Use it with classes of the program and Error."));
  return value;
}

/** What on the device may be bytes although it is no Uint8Array. */
const LIKE_BYTES = new Set(["buffer", "dataView", "unknown", "json", "host", "parameter"]);

/** `value instanceof Uint8Array`, of what can be nothing else that is kept as bytes; null for anything else. */
function testOfBytes(type: Type, right: Expr, value: PyExpr): PyExpr | null {
  if (right.kind !== "builtin" || right.name !== "Uint8Array") return null;
  if (optionsOf(type).some((option) => LIKE_BYTES.has(option.kind) || isWords(option))) return null;
  return py.call("isinstance", value, py.tuple(["bytearray", "memoryview", "bytes"].map(py.name)));
}
