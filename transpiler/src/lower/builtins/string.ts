// Methods of texts, which count UTF-16 units.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr } from "../../tree/nodes.ts";
import { py, TRUE } from "../py.ts";
import type { Method, MethodCall } from "./methods.ts";

const helper =
  (name: string): Method =>
  ({ l, object, args }) =>
    l.callHelper(name, object, ...args);

export const STRING: Record<string, Method> = {
  at: helper("ts_text_at"),
  charAt: ({ l, object, args }) => l.callHelper("ts_char_at", object, args[0] ?? py.int(0)),
  charCodeAt: ({ l, object, args }) => l.callHelper("ts_char_code", object, args[0] ?? py.int(0)),
  codePointAt: ({ l, object, args }) => l.callHelper("ts_code_point", object, args[0] ?? py.int(0)),
  concat: ({ object, args }) => args.reduce((left, right) => py.binary("+", left, right), object),
  indexOf: helper("ts_index_of"),
  lastIndexOf: helper("ts_last_index_of"),
  includes: ({ l, callee, object, args }) =>
    args.length === 1
      ? py.compare("in", args[0] as PyExpr, ...(l.early([object], [callee.object], args) as [PyExpr]))
      : py.compare(">=", l.callHelper("ts_index_of", object, ...args), py.int(0)),
  startsWith: withPosition("startswith", "ts_starts_with"),
  endsWith: withPosition("endswith", "ts_ends_with"),
  // No text of the device holds a lone surrogate.
  isWellFormed: ({ l, object }: MethodCall) => {
    l.out.push(py.expression(object));
    return TRUE;
  },
  slice: helper("ts_slice_text"),
  substring: helper("ts_substring"),
  split,
  trim: helper("ts_trim"),
  trimStart: ({ l, object }) => l.callHelper("ts_trim", object, py.int(1)),
  trimEnd: ({ l, object }) => l.callHelper("ts_trim", object, py.int(2)),
  repeat: ({ l, expr, object, args }) =>
    l.range(expr.args[0] as Expr).low >= 0
      ? py.binary("*", object, args[0] as PyExpr)
      : l.callHelper("ts_repeat", object, ...args),
  padStart: helper("ts_pad_start"),
  padEnd: helper("ts_pad_end"),
  replace: replacing("ts_replace", "ts_replace_by", py.int(1)),
  replaceAll: replacing("ts_replace_all", "ts_replace_by", py.int(-1)),
  toUpperCase: helper("ts_upper"),
  toLowerCase: helper("ts_lower"),
  toString: ({ object }: MethodCall) => object,
};

function withPosition(method: string, name: string): Method {
  return ({ l, object, args }) =>
    args.length === 1 ? py.method(object, method, args[0] as PyExpr) : l.callHelper(name, object, ...args);
}

/** A constant separator that is not empty is Python's own split; a limit cuts what it gives. */
function split({ l, expr, object, args }: MethodCall): PyExpr {
  const [separator, limit] = args as [PyExpr, PyExpr | undefined];
  const [text] = expr.args;
  const parts =
    text?.kind === "string" && text.value !== ""
      ? py.method(object, "split", separator)
      : l.callHelper("ts_split", object, separator);
  return limit ? py.slice(parts, null, limit) : parts;
}

/** By a text, in which $ has a meaning, or by a function. */
function replacing(byText: string, byFunction: string, count: PyExpr): Method {
  return ({ l, expr, object, args }) => {
    const [search, replacement] = expr.args;
    if (replacement?.type.kind === "function") return l.callHelper(byFunction, object, ...args, count);
    const isPlain =
      search?.kind === "string" &&
      search.value !== "" &&
      replacement?.kind === "string" &&
      !replacement.value.includes("$");
    if (!isPlain) return l.callHelper(byText, object, ...args);
    const limit = byText === "ts_replace" ? [py.int(1)] : [];
    return py.method(object, "replace", ...args, ...limit);
  };
}
