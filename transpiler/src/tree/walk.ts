// All nodes of a piece of the typed tree, in no order that means anything. It is plain data, so one walk over all fields
// sees every node; the bodies of functions lie elsewhere than the expressions that make them.
import type { Expr, Program, Stmt } from "./nodes.ts";

/** What holds no statements or expressions. */
const LEAVES = new Set(["type", "wide", "span"]);

export function nodesOf(piece: unknown): (Expr | Stmt)[] {
  const found: (Expr | Stmt)[] = [];
  const open: unknown[] = [piece];
  while (open.length > 0) {
    const at = open.pop();
    if (at === null || typeof at !== "object") continue;
    if ("kind" in at && "span" in at) found.push(at as Expr | Stmt);
    for (const key in at) if (!LEAVES.has(key)) open.push((at as Record<string, unknown>)[key]);
  }
  return found;
}

export function everyExpression(program: Program, visit: (expr: Expr) => void): void {
  const bodies = program.modules.map((module) => module.body);
  const functions = program.functions.map((func) => func && [func.params, func.body, func.expression]);
  const fields = program.classes.map((made) => made.fields);
  for (const node of nodesOf([bodies, functions, fields])) if (isExpression(node)) visit(node);
}

export function isExpression(node: Expr | Stmt): node is Expr {
  return "id" in node && "type" in node;
}
