// What a condition tells about the names in it, on the way where it holds and on the way where it does not.
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import type { Type } from "../types/type.ts";
import { noteTested } from "./doubts.ts";
import { isShared, keyOf } from "./environment.ts";
import { peek } from "./evaluate.ts";
import { constantFloat, nextFloat } from "./floats.ts";
import { type Differences, differencesOf, NUMBER } from "./lengths.ts";
import { holds, isNothing, meet, NAN, type Range, range } from "./range.ts";
import { forget, type Walk } from "./walk.ts";
import { changesObjects, mayAct, writtenBy } from "./written.ts";

const INFINITE = range(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
const OPPOSITE: Record<string, string> = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "===": "!==", "!==": "===" };
const SWAPPED: Record<string, string> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "===": "===", "!==": "!==" };

export function assume(walk: Walk, test: Expr, truth: boolean): void {
  if (test.kind === "unary" && test.operator === "!") return assume(walk, test.operand, !truth);
  if (test.kind === "view" || test.kind === "chain" || test.kind === "nonNull") return assume(walk, test.value, truth);
  if (test.kind === "logical" && test.operator !== "??") return assumeLogical(walk, test, truth);
  if (!mayAct(test)) noteTested(walk, test);
  if (test.kind === "binary") return assumeComparison(walk, test, truth);
  if (test.kind === "call") return assumeTest(walk, test, truth);
  if (test.type.kind === "number" || test.type.kind === "float") assumeTruth(walk, test, truth);
}

/** `a && b` being true tells both; being false tells neither, but for the same in the mirror. */
function assumeLogical(walk: Walk, test: Extract<Expr, { kind: "logical" }>, truth: boolean): void {
  const both = (test.operator === "&&") === truth;
  if (both) {
    const written = writtenBy([], test.right);
    // What the right side writes may be what the left side told of. Code that it runs undoes a part of that.
    if (written.bindings.size === 0 && written.names.size === 0) {
      assume(walk, test.left, truth);
      if (changesObjects(written)) forget(walk, written);
    }
    assume(walk, test.right, truth);
    return;
  }
  const [first, second] = [walk.env.copy(), walk.env.copy()];
  if (mayAct(test.right)) return;
  assume({ ...walk, env: first }, test.left, truth);
  assume({ ...walk, env: second }, test.left, !truth);
  assume({ ...walk, env: second }, test.right, truth);
  const { reachable } = walk.env;
  walk.env.become(first, second);
  walk.env.reachable = reachable;
}

function assumeComparison(walk: Walk, test: Extract<Expr, { kind: "binary" }>, truth: boolean): void {
  const operator = truth ? test.operator : OPPOSITE[test.operator];
  if (operator === undefined || SWAPPED[operator] === undefined || !isStill(walk, test.left, test.right)) return;
  // A text may stand for a number of which nothing is known.
  if (operator !== "===" && operator !== "!==" && [test.left, test.right].some(({ type }) => type.kind === "union"))
    return;
  const [left, right] = [peek(walk, test.left), peek(walk, test.right)];
  const differences = [differencesOf(walk, test.left), differencesOf(walk, test.right)] as const;
  // With NaN no comparison holds but !==: what holds tells that neither side is NaN.
  const isNumber = operator === "===" || (truth && operator !== "!==");
  refine(walk, test.left, left, operator, right, isNumber);
  refine(walk, test.right, right, SWAPPED[operator] as string, left, isNumber);
  refineDifferences(walk, test.left, operator, differences[1]);
  // That two numbers differ is kept once.
  const lengths = new Map([...differences[0]].filter(([other]) => !other.startsWith(NUMBER)));
  refineDifferences(walk, test.right, SWAPPED[operator] as string, lengths);
}

/** The place on the left has the value that was compared, whatever evaluating the right side did. */
function isStill(walk: Walk, left: Expr, right: Expr): boolean {
  if (!mayAct(right)) return true;
  const key = left.kind === "name" ? keyOf(walk.solver.program, left, walk.func) : null;
  return left.kind === "name" && key !== null && !isShared(key) && !writtenBy([], right).bindings.has(left.binding);
}

/** What is compared with something that is known to differ from a length by so much differs by less, or by more. */
function refineDifferences(walk: Walk, expr: Expr, operator: string, others: Differences): void {
  const { place, by } = stepOff(expr);
  const key = keyOf(walk.solver.program, place, walk.func);
  if (key === null || operator === "!==") return;
  for (const [container, other] of others) {
    if (key === `#${container}`) continue;
    const known = walk.env.get(`${key}<${container}`) ?? INFINITE;
    const bounds = allowed(operator, INFINITE, range(other.low - by, other.high - by));
    const refined = meet(known, bounds);
    if (!isNothing(refined)) walk.env.set(`${key}<${container}`, refined);
  }
}

/** `i + 1` is one off i. */
function stepOff(expr: Expr): { place: Expr; by: number } {
  if (expr.kind === "view" || expr.kind === "nonNull") return stepOff(expr.value);
  if (expr.kind !== "binary" || expr.right.kind !== "number") return { place: expr, by: 0 };
  if (expr.operator === "+") return { place: expr.left, by: expr.right.value };
  return expr.operator === "-" ? { place: expr.left, by: -expr.right.value } : { place: expr, by: 0 };
}

/** Tests of the library that tell whether a number is NaN: what they give for one that is not. */
const NUMBER_TESTS: Record<string, boolean> = {
  isNaN: false,
  isFinite: true,
  "Number.isNaN": false,
  "Number.isFinite": true,
  "Number.isInteger": true,
  "Number.isSafeInteger": true,
};

function assumeTest(walk: Walk, { callee, args }: ExprOf<"call">, truth: boolean): void {
  const [value] = args;
  const name =
    callee.kind === "member" && callee.object.kind === "builtin" ? `${callee.object.name}.${callee.name}` : null;
  const given = own(NUMBER_TESTS, name ?? (callee.kind === "builtin" ? callee.name : ""));
  if (value === undefined || given === undefined) return;
  const key = keyOf(walk.solver.program, value, walk.func);
  if (key === null) return;
  const known = peek(walk, value);
  if (known.nan) walk.env.set(key, truth === given ? { ...known, nan: false } : NAN);
}

function assumeTruth(walk: Walk, test: Expr, truth: boolean): void {
  const zero = test.type.kind === "float" ? constantFloat(0) : range(0, 0);
  const value = peek(walk, test);
  if (truth) refine(walk, test, { ...value, nan: false }, "!==", zero, true);
  else refine(walk, test, value, "===", zero, false);
}

function refine(walk: Walk, expr: Expr, value: Range, operator: string, other: Range, isNumber: boolean): void {
  if (expr.kind === "view" || expr.kind === "nonNull")
    return refine(walk, expr.value, value, operator, other, isNumber);
  const key = keyOf(walk.solver.program, expr, walk.func);
  if (key === null || isNothing(value) || isNothing(other)) return;
  const refined = meet(isNumber ? { ...value, nan: false } : value, allowed(operator, value, other, expr.type));
  if (!isNothing(refined)) walk.env.set(key, refined);
}

/** The values that can stand on the left of the comparison. */
function allowed(operator: string, own: Range, other: Range, type?: Type): Range {
  const next = type?.kind === "float" ? nextFloat : (value: number, direction: 1 | -1) => value + direction;
  switch (operator) {
    case "<":
      return { ...INFINITE, high: next(other.high, -1) };
    case "<=":
      return { ...INFINITE, high: other.high };
    case ">":
      return { ...INFINITE, low: next(other.low, 1) };
    case ">=":
      return { ...INFINITE, low: other.low };
    case "===":
      return other;
    default:
      return without(own, other, next);
  }
}

/** A single value at an end can be cut off, and 0 anywhere. */
function without(own: Range, other: Range, next: (value: number, direction: 1 | -1) => number): Range {
  if (other.low !== other.high || !holds(own, other.low)) return INFINITE;
  if (own.low === other.low) return { ...INFINITE, low: next(own.low, 1) };
  if (own.high === other.low) return { ...INFINITE, high: next(own.high, -1) };
  return other.low === 0 ? { ...INFINITE, nonZero: true } : INFINITE;
}
