// What a loop over a value gives, item by item: for for-of, spreads and array patterns.
import type { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { FAILED, type Type } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";

export function itemOf(x: Extractor, iterable: Expr, node: ts.Node): Type {
  const item = x.ctx.unifier.item(iterable.type);
  if (item === null)
    x.ctx.report(node, findings.library("A loop over this value", "Loop over an array, a text, a Map or a Set."));
  return item ?? FAILED;
}
