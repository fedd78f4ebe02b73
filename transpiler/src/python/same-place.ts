// Whether two expressions name the same place: `self.at`, `xs[i]`. Reading them does nothing but read.
import type { Expr } from "./ast.ts";

export function isSamePlace(a: Expr, b: Expr): boolean {
  if (a.kind === "name" && b.kind === "name") return a.id === b.id;
  if (a.kind === "int" && b.kind === "int") return a.value === b.value;
  if (a.kind === "attribute" && b.kind === "attribute") return a.name === b.name && isSamePlace(a.object, b.object);
  if (a.kind === "index" && b.kind === "index") return isSamePlace(a.object, b.object) && isSamePlace(a.index, b.index);
  return false;
}
