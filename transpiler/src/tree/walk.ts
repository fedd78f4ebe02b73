// All nodes of a piece of the typed tree. It is plain data, so one walk over all fields sees every node; the bodies of
// functions lie elsewhere than the expressions that make them.
import type { Expr, Stmt } from "./nodes.ts";

export function* nodesOf(piece: unknown): Generator<Expr | Stmt> {
  if (piece === null || typeof piece !== "object") return;
  if (piece instanceof Map || piece instanceof Set) return;
  if ("kind" in piece && "span" in piece) yield piece as Expr | Stmt;
  for (const [key, value] of Object.entries(piece)) if (key !== "type" && key !== "span") yield* nodesOf(value);
}
