// Tests that tell null from undefined alone, but not together: `typeof v === "object" && v !== null` holds for neither, and
// `v === null || v === undefined` for both, so that on the device, where they are one value, nothing is lost.
import { writtenBy } from "../../ranges/written.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import type { Lowering } from "../lowering.ts";

type Asked = "object" | "null" | "undefined" | "truth";

interface Test {
  readonly expr: Expr;
  readonly binding: number;
  readonly asked: Asked;
}

/** Notes the tests within `a && b && …`, or `a || b || …`, that take both for one. */
export function noteNoneTests(l: Lowering, expr: ExprOf<"logical">): void {
  const parts = partsOf(expr, expr.operator);
  const tests = parts.flatMap((part) => testOf(part, expr.operator === "&&") ?? []);
  for (const { binding } of tests) {
    const own = tests.filter((test) => test.binding === binding);
    const asked = new Set(own.map((test) => test.asked));
    const isBoth = asked.has("object") || (asked.has("null") && asked.has("undefined"));
    const isWritten = writtenBy([], ...parts).bindings.has(binding);
    if (isBoth && asked.size > 1 && !isWritten) for (const test of own) l.anyNone.add(test.expr);
  }
}

function partsOf(expr: Expr, operator: string): Expr[] {
  if (expr.kind !== "logical" || expr.operator !== operator) return [expr];
  return [...partsOf(expr.left, operator), ...partsOf(expr.right, operator)];
}

/** @param holds whether the parts hold for objects alone, or for what is none */
function testOf(expr: Expr, holds: boolean): Test | null {
  if (expr.kind === "unary" && expr.operator === "!") return holds ? null : truthOf(expr.operand);
  if (expr.kind === "name") return holds ? truthOf(expr) : null;
  if (expr.kind !== "binary") return null;
  const [value, other] =
    expr.left.kind === "none" || expr.left.kind === "string" ? [expr.right, expr.left] : [expr.left, expr.right];
  if (value.kind === "typeof" && value.operand.kind === "name" && other.kind === "string" && other.value === "object")
    return expr.operator === (holds ? "===" : "!==") ? { expr, binding: value.operand.binding, asked: "object" } : null;
  if (value.kind !== "name" || other.kind !== "none" || expr.operator !== (holds ? "!==" : "===")) return null;
  return { expr, binding: value.binding, asked: other.flavour };
}

function truthOf(expr: Expr): Test | null {
  return expr.kind === "name" ? { expr, binding: expr.binding, asked: "truth" } : null;
}
