// The sums that may reach the bound of what steps (growth.ts): `x = x + 1`, `x += 1`, and what a function gives back of
// what it was given, `(sum, x) => sum + x`, where both are kept in one place.
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { optionsOf, type Type } from "../types/type.ts";
import { type Range, range, within } from "./range.ts";
import type { Walk } from "./walk.ts";

/** What a step may come to: 2^53 is four million of the largest away. */
export const STEP = range(-(2 ** 31), 2 ** 31);

/** Whether one of two numbers that are added, or subtracted, is small enough to be a step. */
export function isSmallStep(a: Range, b: Range): boolean {
  return within(a, STEP) || within(b, STEP);
}

export function noteAssignedStep(walk: Walk, { target, operator, value, id }: ExprOf<"assign">): void {
  if (operator === null) return noteSteps(walk, [target.type], value);
  const isStep = walk.solver.isStepper(target.type) && (operator === "+" || operator === "-");
  note(walk, id, isStep);
}

/** The value goes to where the types are declared. It may be a step only as long as what it goes to steps. */
export function noteSteps(walk: Walk, targets: readonly Type[], value: Expr): void {
  if (value.kind === "conditional") {
    noteSteps(walk, targets, value.then);
    noteSteps(walk, targets, value.otherwise);
  }
  if (value.kind !== "binary" || (value.operator !== "+" && value.operator !== "-")) return;
  const { left, right, operator } = value;
  const isStep = (target: Type) =>
    walk.solver.isStepper(target) &&
    (sharesCell(walk, left, target) || (operator === "+" && sharesCell(walk, right, target)));
  note(walk, value.id, targets.some(isStep));
}

function note({ solver }: Walk, id: number, isStep: boolean): void {
  if (isStep) solver.steps.add(id);
  else solver.steps.delete(id);
}

/** What the operand gives is in a cell of the target, or comes from there as a copy. */
function sharesCell(walk: Walk, operand: Expr, target: Type): boolean {
  if (operand.kind === "view" || operand.kind === "nonNull") return sharesCell(walk, operand.value, target);
  // `map.get(key) ?? 0`
  if (operand.kind === "logical") return sharesCell(walk, operand.left, target);
  const { solver } = walk;
  const cells = (type: Type) =>
    optionsOf(type).flatMap((option) =>
      option.kind === "number" && option.cell !== 0 ? [solver.cells.find(option.cell)] : [],
    );
  const own = cells(target);
  return cells(operand.type).some((cell) => own.some((from) => solver.isCopied(from, cell)));
}
