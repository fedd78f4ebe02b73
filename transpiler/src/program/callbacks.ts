// What the library gives to a function that it is handed: which parameter is an item of which array, which an index.
import type { ts } from "ts-morph";
import type { Expr } from "../tree/nodes.ts";
import { LENGTH } from "../types/cells.ts";
import { BOOLEAN, STRING, type Type, UNKNOWN } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";

/** The library's functions that may be handed on by their name: `texts.map(Number)`. */
const CONVERSIONS: Record<string, Type> = { String: STRING, Boolean: BOOLEAN };

/** The parameters take these values. */
export function linkParameters(
  x: Extractor,
  callback: Expr | undefined,
  given: readonly (Type | "index")[],
  node: ts.Node,
): void {
  if (callback?.type.kind !== "function") return;
  const params = x.ctx.program.signatures[callback.type.signature]?.params ?? [];
  params.forEach((param, i) => {
    const value = given[i];
    if (value === "index") x.ctx.unifier.flow({ kind: "number", cell: x.ctx.cells.result(LENGTH) }, param);
    else if (value) x.link(value, param, node);
  });
}

/** What the function gives back. */
export function resultOf(x: Extractor, callback: Expr | undefined): Type {
  // Which numbers come of Number, the analysis says: they may be NaN.
  if (callback?.kind === "builtin" && callback.name === "Number") return { kind: "number", cell: x.ctx.cells.fresh() };
  if (callback?.kind === "builtin") return CONVERSIONS[callback.name] ?? UNKNOWN;
  if (callback?.type.kind !== "function") return UNKNOWN;
  return x.ctx.program.signatures[callback.type.signature]?.returns ?? UNKNOWN;
}
