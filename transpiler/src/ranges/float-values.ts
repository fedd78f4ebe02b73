// The ranges of what makes floats of other numbers.
import { findings } from "../diagnostics/catalogue.ts";
import type { ExprOf } from "../tree/nodes.ts";
import { evaluate } from "./evaluate.ts";
import { EXACT_INTEGERS, floatOfInteger, floatRoot } from "./floats.ts";
import { computedWith } from "./not-a-number.ts";
import { meet, type Range, within } from "./range.ts";
import { show } from "./solver.ts";
import type { Walk } from "./walk.ts";

/** Math.fround(integer); what an operation takes must be a float as it is. */
export function toFloat(walk: Walk, { value, exact, span }: ExprOf<"toFloat">): Range {
  const given = computedWith(walk, value);
  if (!exact) return floatOfInteger(given);
  // No board has the memory for so many elements.
  const isLength = value.kind === "member" && value.access === "library";
  if (!isLength && !within(given, EXACT_INTEGERS))
    walk.solver.report(span, findings.inexactInteger(show(given.low), show(given.high)));
  return floatOfInteger(meet(given, EXACT_INTEGERS));
}

/** Math.fround(Math.sqrt(value)) */
export function rootOfFloat(walk: Walk, { value }: ExprOf<"root">): Range {
  return floatRoot(evaluate(walk, value)).value;
}
