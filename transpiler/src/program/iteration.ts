// What a loop over a value gives, item by item: for for-of, spreads, array patterns, Array.from, new Map and new Set.
import type { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import type { Bounds } from "../types/cells.ts";
import { FAILED, isListLike, type Type } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";

export function itemOf(x: Extractor, iterable: Expr, node: ts.Node): Type {
  if (iterable.type.kind === "tuple") return oneOf(x, iterable.type.elements, node);
  const item = givenBy(x, iterable.type, node);
  if (item === null)
    x.ctx.report(node, findings.library("A loop over this value", "Loop over an array, a text, a Map or a Set."));
  return item ?? FAILED;
}

/** What a loop over a value of the type gives; null when there is none. */
export function givenBy(x: Extractor, type: Type, node: ts.Node): Type | null {
  return elementOfAny(x, type, node) ?? x.ctx.unifier.item(type);
}

/** What is read by place from what may be one of several arrays; null for anything else. */
export function elementOfAny(x: Extractor, type: Type, node: ts.Node): Type | null {
  if (type.kind !== "union" || !isListLike(type)) return null;
  return oneOf(
    x,
    type.options.flatMap((list) => x.ctx.unifier.item(list) ?? []),
    node,
  );
}

/** What is read from one of several places: what they hold stays theirs, but for the contents of containers. */
export function oneOf(x: Extractor, types: readonly Type[], node: ts.Node): Type {
  x.ctx.unifier.place = { module: x.ctx.module, span: x.ctx.span(node) };
  return x.ctx.unifier.either(types);
}

/** A number's type of its own, into which numbers within these bounds come from the library. */
export function arriving(x: Extractor, bounds: Bounds): Type {
  const type: Type = { kind: "number", cell: x.ctx.cells.fresh() };
  x.ctx.unifier.flow({ kind: "number", cell: x.ctx.cells.result(bounds) }, type);
  return type;
}
