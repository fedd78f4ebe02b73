// NaN, which Number() and parseInt give: it may be stored, tested, compared and printed, but not computed with.
import { findings } from "../diagnostics/catalogue.ts";
import type { Span } from "../python/ast.ts";
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { evaluate } from "./evaluate.ts";
import { join, type Range, range } from "./range.ts";
import type { Walk } from "./walk.ts";

/** A number that is computed with. */
export function computedWith(walk: Walk, expr: Expr): Range {
  return notNaN(walk, evaluate(walk, expr), expr.span);
}

function notNaN(walk: Walk, value: Range, span: Span): Range {
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

/** These take NaN as 0. */
export const BITWISE = new Set(["&", "|", "^", "<<", ">>", ">>>"]);

export function zeroForNaN(value: Range): Range {
  return value.nan ? join({ ...value, nan: false }, range(0, 0)) : value;
}
