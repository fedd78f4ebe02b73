// The sums that may reach the bound of what steps (growth.ts): `x = x + 1`, `x += 1`, and what a function gives back of
// what it was given, `(sum, x) => sum + x`, where both are kept in one place.
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { optionsOf, type Type } from "../types/type.ts";
import type { Walk } from "./walk.ts";

export function noteAssignedStep(walk: Walk, { target, operator, value, id }: ExprOf<"assign">): void {
  if (operator === null) return noteStep(walk, target.type, value);
  if (walk.solver.isStepper(target.type) && (operator === "+" || operator === "-")) walk.solver.steps.add(id);
}

/** The value goes to where the type is declared. */
export function noteStep(walk: Walk, target: Type, value: Expr): void {
  if (value.kind === "conditional") {
    noteStep(walk, target, value.then);
    noteStep(walk, target, value.otherwise);
  }
  if (value.kind !== "binary" || (value.operator !== "+" && value.operator !== "-")) return;
  if (!walk.solver.isStepper(target)) return;
  const isStep =
    sharesCell(walk, value.left.type, target) || (value.operator === "+" && sharesCell(walk, value.right.type, target));
  if (isStep) walk.solver.steps.add(value.id);
}

function sharesCell({ solver }: Walk, a: Type, b: Type): boolean {
  const cells = (type: Type) =>
    optionsOf(type).flatMap((option) =>
      option.kind === "number" && option.cell !== 0 ? [solver.cells.find(option.cell)] : [],
    );
  const own = cells(a);
  return cells(b).some((cell) => own.includes(cell));
}
