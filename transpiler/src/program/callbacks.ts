// What the library gives to a function that it is handed: which parameter is an item of which array, which an index.
import type { ts } from "ts-morph";
import type { Expr } from "../tree/nodes.ts";
import { flowArguments } from "../types/arguments.ts";
import { LENGTH } from "../types/cells.ts";
import { type Type, UNKNOWN, VOID } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";

/** The parameters take these values. */
export function linkParameters(
  x: Extractor,
  callback: Expr | undefined,
  given: readonly (Type | "index")[],
  node: ts.Node,
): void {
  if (callback?.type.kind !== "function") return;
  const taken = x.ctx.program.signatures[callback.type.signature];
  const index: Type = { kind: "number", cell: x.ctx.cells.result(LENGTH) };
  const params = given.map((value) => (value === "index" ? index : value));
  x.ctx.unifier.place = { module: x.ctx.module, span: x.ctx.span(node) };
  if (taken) flowArguments(x.ctx.unifier, { params, required: params.length, rest: false, returns: VOID }, taken);
}

/** What the function gives back. */
export function resultOf(x: Extractor, callback: Expr | undefined): Type {
  if (callback?.type.kind !== "function") return UNKNOWN;
  return x.ctx.program.signatures[callback.type.signature]?.returns ?? UNKNOWN;
}
