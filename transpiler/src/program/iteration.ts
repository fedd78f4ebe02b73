// What a loop over a value gives, item by item: for for-of, spreads and array patterns.
import type { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { FAILED, type Type, UNKNOWN } from "../types/type.ts";
import { mergedStorage } from "./expressions.ts";
import type { Extractor } from "./extractor.ts";

export function itemOf(x: Extractor, iterable: Expr, node: ts.Node): Type {
  const { type } = iterable;
  switch (type.kind) {
    case "array":
      return type.element;
    case "tuple":
      return type.elements.length === 0 ? UNKNOWN : mergedStorage(x, type.elements);
    case "set":
    case "iterator":
      return type.item;
    case "string":
      return type;
    case "map":
      return { kind: "tuple", elements: [type.key, type.value] };
    case "bytes":
      return { kind: "number", cell: x.ctx.cells.result({ low: 0, high: 0xff }) };
    default:
      x.ctx.report(node, findings.library("A loop over this value", "Loop over an array, a text, a Map or a Set."));
      return FAILED;
  }
}
