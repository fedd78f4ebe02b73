// NaN, which Number() and parseInt give: it may be stored, tested, compared and printed, but not computed with.
import { findings } from "../diagnostics/catalogue.ts";
import type { Span } from "../python/ast.ts";
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { partsOf, withoutNone } from "../types/type.ts";
import { ELEMENT_NAMES, isTypedArray } from "../types/typed-arrays.ts";
import { evaluate } from "./evaluate.ts";
import { join, type Range, range } from "./range.ts";
import type { Walk } from "./walk.ts";

/** A number that is computed with. */
export function computedWith(walk: Walk, expr: Expr): Range {
  return notNaN(walk, evaluate(walk, expr), expr.span);
}

/** A number that must not be NaN. */
export function notNaN(walk: Walk, value: Range, span: Span): Range {
  if (value.nan) walk.solver.report(span, findings.mayBeNaN());
  return { ...value, nan: false };
}

/** What the library may be given although it may be NaN: what is only stored, tested or printed. */
const TAKES_NAN = new Set([
  "log",
  "error",
  "warn",
  "info",
  "debug",
  "stringify",
  "is",
  "isNaN",
  "isFinite",
  "isInteger",
  "isSafeInteger",
]);
const NAN_FUNCTIONS = new Set(["String", "Number", "Boolean", "isNaN", "isFinite"]);

/** The range of what a call is given: only the program's functions, and these, may be given NaN. */
export function argument(walk: Walk, { callee, signature }: ExprOf<"call">, arg: Expr): Range {
  const value = evaluate(walk, arg);
  if (signature !== null || walk.solver.flows.has(arg.id)) return value;
  const isTaken =
    callee.kind === "builtin"
      ? callee.module === null && NAN_FUNCTIONS.has(callee.name)
      : callee.kind === "member" && callee.object.kind === "builtin" && TAKES_NAN.has(callee.name);
  return isTaken ? value : notNaN(walk, value, arg.span);
}

/** The items that a typed array is given, and what a function gives for them: it would keep NaN as 0. */
export function refuseStoredNaN({ solver }: Walk, { callee, args }: ExprOf<"call"> | ExprOf<"new">): void {
  const owner = callee.kind === "member" ? withoutNone(callee.object.type) : callee.type;
  const isMade = owner.kind === "builtin" && ELEMENT_NAMES.some((name) => owner.name === `${name}Array`);
  const isStored = isTypedArray(owner) && callee.kind === "member" && (callee.name === "map" || callee.name === "set");
  if (!isMade && !isStored) return;
  for (const { type, span } of args) {
    const returns = type.kind === "function" ? solver.program.signatures[type.signature]?.returns : undefined;
    const items = returns ?? partsOf(type)[0];
    if (items && solver.load(items).nan) solver.report(span, findings.mayBeNaN());
  }
}

/** These take NaN as 0. */
export const BITWISE = new Set(["&", "|", "^", "<<", ">>", ">>>"]);

export function zeroForNaN(value: Range): Range {
  return value.nan ? join({ ...value, nan: false }, range(0, 0)) : value;
}
