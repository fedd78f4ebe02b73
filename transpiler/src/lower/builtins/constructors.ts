// `new` of the library's classes.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { own } from "../../tree/own.ts";
import { isFailed, optionsOf } from "../../types/type.ts";
import { errorClass } from "../expressions/operators.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";

type Constructor = (l: Lowering, expr: ExprOf<"new">, args: readonly PyExpr[]) => PyExpr;

const error: Constructor = (l, { callee }, args) =>
  py.call(errorClass(l, callee.kind === "builtin" ? callee.name : "Error"), ...args);

const CONSTRUCTORS: Record<string, Constructor> = {
  Map: (l, expr, args) => {
    checkKeys(l, expr);
    return l.callHelper("TsMap", ...args);
  },
  Set: (l, expr, args) => {
    checkKeys(l, expr);
    return l.callHelper("TsSet", ...args);
  },
  Array: (l, expr, args) =>
    l.range(expr.args[0] as Expr).low >= 0 ? (args[0] as PyExpr) : l.callHelper("ts_array_length", args[0] as PyExpr),
  Uint8Array: (l, expr, [from = py.int(0)]) => {
    if (expr.args[0]?.type.kind === "array") return l.callHelper("ts_bytes", from);
    return py.call("bytearray", from);
  },
  Error: error,
  TypeError: error,
  RangeError: error,
  SyntaxError: error,
  Promise: (l, _, args) => l.callHelper("ts_new_promise", ...args),
  TextEncoder: () => py.str(""),
  TextDecoder: () => py.str(""),
};

export function lowerNewLibrary(l: Lowering, expr: ExprOf<"new">, name: string): PyExpr {
  const make = own(CONSTRUCTORS, name);
  const isCodec = name === "TextEncoder" || name === "TextDecoder";
  const args = isCodec ? [] : l.operands(expr.args);
  if (make) return make(l, expr, args);
  l.module.report(expr.span, findings.library(`new ${name}`, "See docs/language.md for what there is."));
  return py.str("");
}

const NO_KEYS = ["array", "tuple", "bytes", "map", "set", "dict", "json", "unknown"];

/** Keys that Python tells apart as JavaScript does: texts, numbers, objects by identity, but not true beside 1. */
function checkKeys(l: Lowering, { type, span }: ExprOf<"new">): void {
  const key = type.kind === "map" ? type.key : type.kind === "set" ? type.item : null;
  if (key === null || isFailed(key)) return;
  const kinds = new Set<string>(optionsOf(key).map((option) => option.kind));
  if (NO_KEYS.some((kind) => kinds.has(kind)) || (kinds.has("boolean") && kinds.has("number")))
    l.module.report(span, findings.unsupportedType("of these keys"));
}
