// Assignments: what goes to which cell, and what is known of a place afterwards.
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { withoutNone } from "../types/type.ts";
import { isTypedArray } from "../types/typed-arrays.ts";
import { arithmetic } from "./arithmetic.ts";
import { placeOf } from "./doubts.ts";
import { makesText } from "./effects.ts";
import { all, evaluate, holdsNumber } from "./evaluate.ts";
import { isInside, learn } from "./lengths.ts";
import { notNaN } from "./not-a-number.ts";
import { join, NOTHING, type Range } from "./range.ts";
import { noteAssignedStep } from "./steps.ts";
import { isText, textRange } from "./texts.ts";
import type { Walk } from "./walk.ts";
import { mayAct, writtenBy } from "./written.ts";

export function assign(walk: Walk, expr: ExprOf<"assign">): Range {
  const { target, operator, value } = expr;
  noteAssignedStep(walk, expr);
  const old = operator === null ? visitTarget(walk, target, value) : evaluate(walk, target);
  const given = evaluate(walk, value);
  if (makesText(expr)) walk.env.forgetProperties();
  const isLogical = operator === "&&" || operator === "||" || operator === "??";
  const result =
    operator === null
      ? given
      : isLogical
        ? join(old, given)
        : expr.type.kind === "number"
          ? arithmetic(walk, expr, operator, old, given)
          : NOTHING;
  // Only what is assigned as it is may be NaN: the typed array keeps it as 0.
  if (operator !== null && isTyped(target)) notNaN(walk, result, expr.span);
  const stored = operator === null ? value : ({ ...expr, kind: "binary", left: target, right: value } as Expr);
  write(walk, target, stored, holdsNumber(value) ? result : NOTHING, expr.span);
  return result;
}

/** The parts of a target are evaluated, the target itself is not read. */
function visitTarget(walk: Walk, target: Expr, value: Expr): Range {
  if (target.kind === "member") evaluate(walk, target.object);
  if (target.kind === "keyed") all(walk, [target.object, target.key]);
  if (target.kind === "index") {
    evaluate(walk, target.object);
    const at = evaluate(walk, target.index);
    // The value is evaluated before the element is written.
    walk.solver.noteInside(target.id, !mayAct(value) && isInside(walk, target.object, target.index, at));
  }
  return NOTHING;
}

/** The value of `stored`, which has the range `value`, goes to the target. */
export function write(
  walk: Walk,
  target: Expr,
  stored: Expr,
  value: Range,
  span: { start: number; end: number },
): void {
  const writes = target.kind === "member" || target.kind === "superMember" ? target.writes : null;
  // A field of the same name may stand where a property is written.
  const isKept = writes === null || (target.kind === "member" && target.access === "property");
  if (holdsNumber(target) && isKept && !isTyped(target)) walk.solver.store(target.type, value, span);
  if (writes) walk.solver.store(writes, value, span);
  if (isText(stored.type)) {
    const text = textRange(walk, stored, value);
    if (isKept) walk.solver.storeText(target.type, text);
    if (writes) walk.solver.storeText(writes, text);
  }
  const learned = learn(walk, stored, value);
  if (target.kind === "member") walk.env.forgetProperties(callsAccessor(target) ? null : target.name);
  if (target.kind === "superMember" || target.kind === "keyed") walk.env.forgetProperties();
  if (target.kind === "name") walk.env.forgetBinding(target.binding);
  if (target.kind === "member" && target.access === "library") walk.env.forgetLengths();
  if (target.kind === "index" && !isTyped(target)) walk.env.forgetLengths();
  if (target.type.kind === stored.type.kind && !isLeft(walk, target, stored)) learned(target);
  const place = placeOf(target);
  if (place !== null && !(target.kind === "member" && callsAccessor(target))) walk.env.noteTested(place);
}

/** `o.n = (o = other, 1)`: the object was settled before the value, and the name stands for another since. */
function isLeft({ solver }: Walk, target: Expr, stored: Expr): boolean {
  if (target.kind !== "member" || target.object.kind !== "name") return false;
  const binding = solver.program.bindings[target.object.binding];
  if (!binding?.reassigned) return false;
  return binding.assignedInside ? mayAct(stored) : writtenBy([], stored).bindings.has(binding.id);
}

/** A getter or setter may change whatever there is. */
export function callsAccessor({ access }: ExprOf<"member">): boolean {
  return access === "accessor" || access === "property";
}

/** An element of a typed array takes any integer and keeps its low bits, here as there. */
function isTyped(target: Expr): boolean {
  return target.kind === "index" && isTypedArray(withoutNone(target.object.type));
}
