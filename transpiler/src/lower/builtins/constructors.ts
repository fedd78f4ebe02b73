// `new` of the library's classes.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { own } from "../../tree/own.ts";
import { isFailed, optionsOf } from "../../types/type.ts";
import { ELEMENT_NAMES } from "../../types/typed-arrays.ts";
import { errorClass } from "../expressions/operators.ts";
import type { Lowering } from "../lowering.ts";
import { py, TRUE } from "../py.ts";
import { newTypedArray, newView } from "./typed-arrays.ts";

type Constructor = (l: Lowering, expr: ExprOf<"new">, args: readonly PyExpr[]) => PyExpr;

const error: Constructor = (l, { callee }, args) =>
  py.call(errorClass(l, callee.kind === "builtin" ? callee.name : "Error"), ...args);

export const CONSTRUCTORS: Record<string, Constructor> = {
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
  ...Object.fromEntries(ELEMENT_NAMES.map((element) => [`${element}Array`, newTypedArray(element)])),
  ArrayBuffer: (l, { args: [length] }, args) => {
    if (length && l.range(length).low < 0)
      l.module.report(length.span, findings.library("new ArrayBuffer of a length below 0", "Test it first."));
    return py.call("bytearray", ...args);
  },
  DataView: (l, _, args) => newView(l, args),
  Error: error,
  TypeError: error,
  RangeError: error,
  SyntaxError: error,
  AggregateError: error,
  Promise: (l, _, args) => l.callHelper("ts_new_promise", ...args),
  TextEncoder: () => py.str(""),
  TextDecoder: textDecoder,
};

/** A decoder is the function that decodes. */
function textDecoder(l: Lowering, { args: [, options] }: ExprOf<"new">): PyExpr {
  const properties = options?.kind === "record" ? options.properties : [];
  const isLiteral = properties.every(({ value }) => value.kind === "boolean");
  if (options !== undefined && (options.kind !== "record" || !isLiteral))
    l.module.report(options.span, findings.library("TextDecoder with these options", "Write { fatal: true }."));
  const has = (name: string) =>
    properties.some((property) => property.name === name && property.value.kind === "boolean" && property.value.value);
  if (has("fatal")) return l.helper(has("ignoreBOM") ? "ts_decode" : "ts_decode_marked");
  if (!has("ignoreBOM")) return l.helper("ts_decode_any");
  return py.lambda([{ name: "b" }], l.callHelper("ts_decode_any", py.name("b"), TRUE));
}

export function lowerNewLibrary(l: Lowering, expr: ExprOf<"new">, name: string): PyExpr {
  const make = own(CONSTRUCTORS, name);
  const isCodec = name === "TextEncoder" || name === "TextDecoder";
  const args = isCodec ? [] : l.operands(expr.args);
  if (make) return make(l, expr, args);
  l.module.report(expr.span, findings.library(`new ${name}`, "See docs/language.md for what there is."));
  return py.str("");
}

const NO_KEYS = [
  "float",
  "array",
  "tuple",
  "typedArray",
  "buffer",
  "dataView",
  "map",
  "set",
  "dict",
  "json",
  "unknown",
];

/** Keys that Python tells apart as JavaScript does: texts, numbers, objects by identity, but not true beside 1. */
function checkKeys(l: Lowering, { type, span }: ExprOf<"new">): void {
  const key = type.kind === "map" ? type.key : type.kind === "set" ? type.item : null;
  if (key === null || isFailed(key)) return;
  const kinds = new Set<string>(optionsOf(key).map((option) => option.kind));
  if (NO_KEYS.some((kind) => kinds.has(kind)) || (kinds.has("boolean") && kinds.has("number")))
    l.module.report(span, findings.unsupportedType("of these keys"));
}
