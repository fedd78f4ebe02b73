// Arithmetic: the ranges of sums, products, quotients; what binary64 would round is refused.
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { SAFE } from "../types/cells.ts";
import { makesText } from "./effects.ts";
import { all, evaluate } from "./evaluate.ts";
import { floatOperation, opposite } from "./floats.ts";
import { differenceOf } from "./lengths.ts";
import { converted, DIVISIONS, type IntegerDivision, integerDivision, SQUARE_END } from "./library.ts";
import { BITWISE, computedWith, zeroForNaN } from "./not-a-number.ts";
import { ANY, BINARY, complement, I32, isNothing, meet, NOTHING, negate, type Range, range, within } from "./range.ts";
import { show } from "./solver.ts";
import { isSmallStep } from "./steps.ts";
import { isSumOfResults } from "./sums.ts";
import { refuseZero, type Walk } from "./walk.ts";
import { mayAct } from "./written.ts";

export function add(a: Range, step: number): Range {
  return range(a.low + step, a.high + step);
}

/** Refuses what binary64 would round; goes on with what fits, so that one cause is said once. */
export function checked(
  walk: Walk,
  operator: string,
  value: Range,
  span: { start: number; end: number },
  isStep = false,
): Range {
  const { MIN_SAFE_INTEGER: least, MAX_SAFE_INTEGER: most } = Number;
  const clamp = (end: number) => Math.max(least, Math.min(most, end));
  if (isStep && !isNothing(value)) return { ...value, low: clamp(value.low), high: clamp(value.high) };
  if (value.low < least || value.high > most) {
    walk.solver.report(span, findings.tooLarge(operator, show(value.low), show(value.high)));
  }
  return value;
}

export function unary(walk: Walk, { operator, operand }: ExprOf<"unary">): Range {
  if (operator === "!") return all(walk, [operand]);
  if (operator === "-" && operand.type.kind === "float") return opposite(evaluate(walk, operand));
  const value = operator === "~" ? evaluate(walk, operand) : computedWith(walk, operand);
  if (operator === "+" && operand.type.kind !== "number") return converted(operand, value);
  if (operator === "-") return negate(value);
  if (operator === "~") return complement(value);
  return value;
}

/** Math.floor(a / b), Math.trunc(a / b), (a / b) | 0: one operation on integers. */
export function division(walk: Walk, { name, node }: IntegerDivision): Range {
  const [left, right] = [computedWith(walk, node.left), computedWith(walk, node.right)];
  if (isNothing(left) || isNothing(right)) return NOTHING;
  refuseZero(walk, right, node.right.span);
  return DIVISIONS[name](left, right);
}

/** Math.floor(Math.sqrt(n)) */
export function root(walk: Walk, square: Expr): Range {
  const value = computedWith(walk, square);
  if (isNothing(value)) return NOTHING;
  if (value.low < 0 || value.high >= SQUARE_END)
    walk.solver.report(square.span, findings.outOfRange(show(value.low), show(value.high), 0, show(SQUARE_END - 1)));
  const rootOf = (n: number) => Math.floor(Math.sqrt(Math.max(n, 0)));
  return range(rootOf(value.low), rootOf(value.high));
}

export function binary(walk: Walk, expr: ExprOf<"binary">): Range {
  const divided = integerDivision(expr);
  if (divided) return division(walk, divided);
  const left = evaluate(walk, expr.left);
  const right = evaluate(walk, expr.right);
  if (expr.type.kind === "float") return floatOperation(expr.operator, left, right).value;
  // What sort is told of two floats.
  if (expr.left.type.kind === "float" && expr.operator === "-") return range(-1, 1);
  if (expr.type.kind === "number") return arithmetic(walk, expr, expr.operator, left, right);
  if (makesText(expr)) walk.env.forgetProperties();
  return NOTHING;
}

export function arithmetic(walk: Walk, expr: Expr, operator: string, left: Range, right: Range): Range {
  const { id, span } = expr;
  const computes = !BITWISE.has(operator);
  if (computes && (left.nan || right.nan)) walk.solver.report(span, findings.mayBeNaN());
  const [a, b] = computes ? [left, right] : [zeroForNaN(left), zeroForNaN(right)];
  if (isNothing(a) || isNothing(b)) return NOTHING;
  if (operator === "/") {
    walk.solver.report(span, findings.division());
    return ANY;
  }
  if (operator === "%") refuseZero(walk, b, span);
  if (operator === "**" && b.low < 0) walk.solver.report(span, findings.negativeExponent());
  const plain = (BINARY[operator] ?? (() => I32))(a, b);
  const result = operator === "-" ? apart(walk, expr, plain) : plain;
  if (walk.solver.compared.has(id)) return result;
  const isStep = walk.solver.steps.has(id) && isSmallStep(a, b);
  return checked(walk, operator, result, span, isStep || (!within(result, SAFE) && isSumOfResults(walk, expr)));
}

/** A difference is no more than what a test, or Math.min, tells. */
function apart(walk: Walk, expr: Expr, difference: Range): Range {
  const [left, right] =
    expr.kind === "binary" ? [expr.left, expr.right] : expr.kind === "assign" ? [expr.target, expr.value] : [];
  if (!left || !right || right.kind === "number" || !isPlace(left) || mayAct(right)) return difference;
  const known = meet(difference, differenceOf(walk, left, right));
  return isNothing(known) ? difference : known;
}

/** A place, or a place and a constant. */
function isPlace(expr: Expr): boolean {
  if (expr.kind === "binary" && expr.right.kind === "number") return isPlace(expr.left);
  return expr.kind === "name" || expr.kind === "member";
}
