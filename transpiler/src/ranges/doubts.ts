// Where TypeScript takes a place for narrowed although other code may have changed it since: a call, or a write through
// another name, comes between the test and the read. null would then be stored where none is expected: the device looks.
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { noneFlavour, optionsOf, type Type } from "../types/type.ts";
import type { Walk } from "./walk.ts";

/** The path by which other code may reach what is read, as the environment keeps it; null for what cannot be named. */
export function placeOf(expr: Expr): string | null {
  if (expr.kind === "view" || expr.kind === "nonNull") return placeOf(expr.value);
  if (expr.kind === "this") return "this";
  if (expr.kind === "name") return `b${expr.binding}`;
  if (expr.kind !== "member" || expr.access === "library") return null;
  const object = placeOf(expr.object);
  return object === null ? null : `${object}.${expr.name}`;
}

/** Every place that a test mentions is what TypeScript takes it for, until other code runs. */
export function noteTested(walk: Walk, test: Expr): void {
  const place = placeOf(test);
  if (place !== null) walk.env.noteTested(place);
  for (const part of partsOf(test)) noteTested(walk, part);
}

function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "binary":
    case "instanceof":
    case "logical":
      return [expr.left, expr.right];
    case "unary":
    case "typeof":
      return [expr.operand];
    case "member":
      return [expr.object];
    case "assign":
      return [expr.target];
    case "chain":
    case "view":
    case "nonNull":
      return [expr.value];
    case "in":
      return [expr.object];
    case "call":
      return [expr.callee, ...expr.args];
    default:
      return [];
  }
}

/** What is read is stored where null is not expected, and nothing proves that it still is none. */
export function isDoubtful(walk: Walk, expr: ExprOf<"name"> | ExprOf<"member">): boolean {
  if (noneFlavour(expr.wide) === null || optionsOf(expr.type).some(takesNone)) return false;
  const targets = walk.solver.flows.get(expr.id) ?? [];
  if (targets.length === 0 || targets.some((target) => optionsOf(target).some(takesNone))) return false;
  if (expr.kind === "name" && !walk.solver.program.bindings[expr.binding]?.assignedInside) return false;
  const place = placeOf(expr);
  return place === null || !walk.env.isTested(place);
}

function takesNone({ kind }: Type): boolean {
  return ["none", "void", "unknown", "json"].includes(kind);
}
