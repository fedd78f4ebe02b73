// A walk over all statements and expressions of a program, in no order that means anything.
import type { Expr, Program } from "./nodes.ts";

/** What holds no statements or expressions. */
const LEAVES = new Set(["type", "wide", "span"]);

export function everyExpression(program: Program, visit: (expr: Expr) => void): void {
  const open: unknown[] = [
    program.modules.map((module) => module.body),
    program.functions.map((func) => func && [func.params, func.body, func.expression]),
    program.classes.map((made) => made.fields),
  ];
  for (let at = open.pop(); open.length > 0 || at !== undefined; at = open.pop()) {
    if (at === null || typeof at !== "object") continue;
    if (isExpression(at)) visit(at);
    for (const [key, value] of Object.entries(at)) if (!LEAVES.has(key)) open.push(value);
  }
}

function isExpression(node: object): node is Expr {
  return "kind" in node && "id" in node && "type" in node;
}
