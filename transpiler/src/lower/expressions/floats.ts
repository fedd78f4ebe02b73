// Floats: Python's own operators where the analysis has proven that the result is a normal float, else helpers that stop.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import { EXACT_INTEGERS, floatOperation, floatRoot, integerOf, isFloat } from "../../ranges/floats.ts";
import { ANY, within } from "../../ranges/range.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";

/** The significand of a float below this has 24 bits, and so has a power of ten up to this exponent. */
const SIGNIFICAND_END = 2 ** 24;
const EXACT_POWER = 10;
/** So many digits tell any float from its neighbours. */
const DIGITS_MAX = 9;

/** What has no decimal that is read exactly is put together of two integers, once, at the top of the module. */
export function floatLiteral(l: Lowering, value: number): PyExpr {
  if (value < 0 || Object.is(value, -0)) return py.negative(floatLiteral(l, -value));
  const decimal = exactDecimal(value);
  return decimal === null ? py.name(l.module.floatConstant(value, shortest(value))) : { kind: "float", value: decimal };
}

/**
 * The shortest decimal of a float, where MicroPython reads it exactly, with one rounding: a number of 24 bits, times or by
 * a power of ten that is a float itself.
 */
export function exactDecimal(value: number): number | null {
  const text = shortest(value);
  const [digits = "", exponent = "0"] = text.split("e");
  const significand = digits.replace(".", "").replace(/0+$/, "");
  const power = Number(exponent) - (significand.length - 1);
  const isExact = Number(significand) < SIGNIFICAND_END && Math.abs(power) <= EXACT_POWER;
  return value === 0 || isExact ? Number(text) : null;
}

function shortest(value: number): string {
  for (let digits = 1; digits < DIGITS_MAX; digits++) {
    const text = value.toExponential(digits - 1);
    if (Math.fround(Number(text)) === value) return text;
  }
  return value.toExponential(DIGITS_MAX - 1);
}

const HELPERS: Readonly<Record<string, string>> = {
  "+": "ts_float_add",
  "-": "ts_float_sub",
  "*": "ts_float_mul",
  "/": "ts_float_div",
};

/** Math.fround(a + b) */
export function lowerFloatOperation(l: Lowering, { operator, left, right, span }: ExprOf<"binary">): PyExpr {
  const [a, b] = withoutConversions(operator, l.operands([left, right]) as [PyExpr, PyExpr]);
  const folded = fold(operator, constantOf(a), constantOf(b));
  if (folded !== null) {
    if (isFloat(folded)) return floatLiteral(l, folded);
    l.module.report(span, findings.noFloat());
  }
  const { isSafe } = floatOperation(operator, l.range(left), l.range(right));
  return isSafe ? py.binary(operator as "+", a, b) : l.callHelper(HELPERS[operator] as string, a, b);
}

/** An integer becomes a float by itself where it meets one, and by a division. */
function withoutConversions(operator: string, [a, b]: readonly [PyExpr, PyExpr]): readonly [PyExpr, PyExpr] {
  const [x, y] = [convertedBy(a), convertedBy(b)];
  if (operator === "/") return [x ?? a, y ?? b];
  if (x) return [x, b];
  return [a, y ?? b];
}

function convertedBy(value: PyExpr): PyExpr | null {
  const isConversion = value.kind === "call" && value.callee.kind === "name" && value.callee.id === "float";
  return isConversion ? (value.args[0] ?? null) : null;
}

/** The compiler of MicroPython would compute with constants in 64 bits. */
function fold(operator: string, a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null;
  if (operator === "+") return Math.fround(a + b);
  if (operator === "-") return Math.fround(a - b);
  return Math.fround(operator === "*" ? a * b : a / b);
}

function constantOf(value: PyExpr): number | null {
  if (value.kind === "float") return Math.fround(value.value);
  if (value.kind !== "unary" || value.operator !== "-") return null;
  const opposite = constantOf(value.operand);
  return opposite === null ? null : -opposite;
}

/** Math.fround(integer) */
export function lowerToFloat(l: Lowering, { value, exact }: ExprOf<"toFloat">): PyExpr {
  const converted = l.expr(value);
  return exact || within(l.range(value), EXACT_INTEGERS)
    ? py.call("float", converted)
    : l.callHelper("ts_float", converted);
}

/** Math.fround(Math.sqrt(x)) */
export function lowerRoot(l: Lowering, { value }: ExprOf<"root">): PyExpr {
  const of = l.expr(value);
  return floatRoot(l.range(value)).isSafe
    ? py.call(l.module.import("math", "sqrt"), convertedBy(of) ?? of)
    : l.callHelper("ts_float_sqrt", of);
}

/** Math.floor, ceil, trunc, round of a float. */
export function lowerWhole(l: Lowering, name: string, arg: Expr, value: PyExpr): PyExpr {
  const kept = within(integerOf(name, l.range(arg)), ANY) ? value : l.callHelper("ts_float_whole", value);
  if (name === "round") return l.callHelper("ts_float_round", kept);
  return name === "trunc" ? py.call("int", kept) : py.call(l.module.import("math", name), kept);
}

/** What sort is told of two floats: above 0 or below. */
export function lowerDifference(l: Lowering, a: PyExpr, b: PyExpr): PyExpr {
  const [x, y] = [l.once(a), l.once(b)];
  return py.binary("-", py.compare(">", x, y), py.compare("<", x, y));
}
