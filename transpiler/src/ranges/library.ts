// The ranges of what the library's functions give, where they follow from the arguments.

import type { Expr, ExprOf } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import { mayBe, optionsOf } from "../types/type.ts";
import { FLOAT_CHOICES, integerOf, TO_INTEGER } from "./floats.ts";
import {
  ANY,
  absolute,
  ceilingDivision,
  floorDivision,
  I32,
  isNothing,
  join,
  meet,
  NOTHING,
  type Range,
  range,
  roundedDivision,
  truncatedDivision,
  within,
} from "./range.ts";

const least = (args: readonly Range[]): Range =>
  args.reduce((a, b) => range(Math.min(a.low, b.low), Math.min(a.high, b.high), a.negativeZero || b.negativeZero));
const most = (args: readonly Range[]): Range =>
  args.reduce((a, b) => range(Math.max(a.low, b.low), Math.max(a.high, b.high), a.negativeZero || b.negativeZero));

/** Math's functions that take integers to integers. */
const MATH: Record<string, (args: readonly Range[]) => Range> = {
  abs: ([a = NOTHING]) => absolute(a),
  floor: ([a = NOTHING]) => a,
  ceil: ([a = NOTHING]) => a,
  trunc: ([a = NOTHING]) => a,
  round: ([a = NOTHING]) => a,
  min: least,
  max: most,
  clz32: () => range(0, 32),
  imul: () => I32,
  sign: ([a = NOTHING]) =>
    range(a.low < 0 ? -1 : a.low > 0 ? 1 : 0, a.high > 0 ? 1 : a.high < 0 ? -1 : 0, a.negativeZero),
};

/** wrap: `(a / b) | 0`. */
export type DivisionName = "floor" | "trunc" | "ceil" | "round" | "wrap";

export const DIVISIONS: Record<DivisionName, (a: Range, b: Range) => Range> = {
  floor: floorDivision,
  trunc: truncatedDivision,
  ceil: ceilingDivision,
  round: roundedDivision,
  wrap: (a, b) => {
    const quotient = truncatedDivision(a, b);
    return within(quotient, I32) ? range(quotient.low, quotient.high) : I32;
  },
};

export interface IntegerDivision {
  readonly name: DivisionName;
  readonly node: ExprOf<"binary">;
}

/** `Math.floor(a / b)` and its kin, and `(a / b) | 0`, are one integer operation; null for anything else. */
export function integerDivision(expr: ExprOf<"call"> | ExprOf<"binary">): IntegerDivision | null {
  if (expr.kind === "binary") {
    const isTruncation = expr.operator === "|" && expr.right.kind === "number" && expr.right.value === 0;
    return isTruncation && isDivision(expr.left) ? { name: "wrap", node: expr.left } : null;
  }
  const name = mathFunction(expr);
  const argument = expr.args[0];
  if (name !== "floor" && name !== "trunc" && name !== "ceil" && name !== "round") return null;
  return argument && isDivision(argument) ? { name, node: argument } : null;
}

/** From here on JavaScript's root of a number just below a square is rounded up to the next integer. */
export const SQUARE_END = 2 ** 52;

/** What stands under the root in `Math.floor(Math.sqrt(n))`, one operation on integers; null for anything else. */
export function integerRoot(expr: ExprOf<"call">): Expr | null {
  const name = mathFunction(expr);
  const [inner] = expr.args;
  if ((name !== "floor" && name !== "trunc") || inner?.kind !== "call" || mathFunction(inner) !== "sqrt") return null;
  return inner.args[0] ?? null;
}

function isDivision(expr: Expr): expr is ExprOf<"binary"> {
  return expr.kind === "binary" && expr.operator === "/" && expr.type.kind === "number";
}

export function mathFunction(expr: ExprOf<"call">): string | null {
  const { callee } = expr;
  const isMath =
    callee.kind === "member" &&
    callee.object.kind === "builtin" &&
    callee.object.module === null &&
    callee.object.name === "Math";
  return isMath ? callee.name : null;
}

const MAY_BE_NAN: Range = { ...ANY, nan: true };

/** Number(x) and +x. */
export function converted({ type }: Pick<Expr, "type">, value: Range): Range {
  const kinds = optionsOf(type).map((option) => option.kind);
  if (kinds.every((kind) => kind === "number")) return value;
  return kinds.every((kind) => kind === "boolean") ? range(0, 1) : MAY_BE_NAN;
}

/** Conversions to numbers, by the name of the function. */
const CONVERSIONS: Record<string, (arg: Expr | undefined, value: Range) => Range> = {
  Number: (arg, value) => (arg ? converted(arg, value) : range(0, 0)),
  parseInt: () => MAY_BE_NAN,
};

function conversion({ callee, args }: ExprOf<"call">, ranges: readonly Range[]): Range | null {
  const isOfNumber = callee.kind === "member" && callee.object.kind === "builtin" && callee.object.name === "Number";
  const name = isOfNumber ? callee.name : callee.kind === "builtin" && callee.module === null ? callee.name : "";
  return own(CONVERSIONS, name)?.(args[0], ranges[0] ?? NOTHING) ?? null;
}

function ofFloats(name: string, args: readonly Range[]): Range | null {
  if (own(TO_INTEGER, name)) return meet(integerOf(name, args[0] ?? NOTHING), ANY);
  return own(FLOAT_CHOICES, name)?.(args) ?? null;
}

export function libraryRange(expr: ExprOf<"call">, args: readonly Range[]): Range | null {
  const name = mathFunction(expr);
  if (name === null) return conversion(expr, args);
  const isOfFloats = expr.args.some(({ type }) => mayBe(type, "float"));
  const of = (some: readonly Range[]) => (isOfFloats ? ofFloats(name, some) : (own(MATH, name)?.(some) ?? null));
  const given = args.filter((_, i) => expr.args[i]?.kind !== "spread");
  const some = args.filter((arg) => !isNothing(arg));
  if (given.some(isNothing) || some.length === 0) return NOTHING;
  if (given.length === args.length) return of(args);
  // What is spread may be nothing at all.
  const least = given.length > 0 ? [of(given)] : some.map((one) => of([one]));
  return [of(some), ...least].reduce((all, one) => all && one && join(all, one));
}
