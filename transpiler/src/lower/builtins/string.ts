// Methods of texts, which count UTF-16 units.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr } from "../../tree/nodes.ts";
import { py } from "../py.ts";
import type { Method } from "./methods.ts";

const helper =
  (name: string): Method =>
  ({ l, object, args }) =>
    l.callHelper(name, object, ...args);
const same =
  (name: string): Method =>
  ({ object, args }) =>
    py.method(object, name, ...args);

export const STRING: Record<string, Method> = {
  charAt: helper("ts_char_at"),
  charCodeAt: helper("ts_char_code"),
  codePointAt: helper("ts_code_point"),
  indexOf: helper("ts_index_of"),
  lastIndexOf: helper("ts_last_index_of"),
  includes: ({ l, callee, object, args }) =>
    py.compare("in", args[0] as PyExpr, ...(l.early([object], [callee.object], args) as [PyExpr])),
  startsWith: ({ l, object, args }) =>
    args.length === 1
      ? py.method(object, "startswith", args[0] as PyExpr)
      : l.callHelper("ts_starts_with", object, ...args),
  endsWith: same("endswith"),
  slice: helper("ts_slice_text"),
  substring: helper("ts_substring"),
  split: helper("ts_split"),
  trim: helper("ts_trim"),
  trimStart: ({ l, object }) => l.callHelper("ts_trim", object, py.int(1)),
  trimEnd: ({ l, object }) => l.callHelper("ts_trim", object, py.int(2)),
  repeat: ({ l, expr, object, args }) =>
    l.range(expr.args[0] as Expr).low >= 0
      ? py.binary("*", object, args[0] as PyExpr)
      : l.callHelper("ts_repeat", object, ...args),
  padStart: helper("ts_pad_start"),
  padEnd: helper("ts_pad_end"),
  replaceAll: helper("ts_replace_all"),
  toUpperCase: helper("ts_upper"),
  toLowerCase: helper("ts_lower"),
};
