// Functions of the library that belong to no object: conversions, timers.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { own } from "../../tree/own.ts";
import { truth } from "../expressions/logic.ts";
import { textOf } from "../expressions/text.ts";
import type { Lowering } from "../lowering.ts";
import { FALSE, py } from "../py.ts";
import { isNaNOf, toNumber } from "./to-number.ts";

interface GlobalCall {
  readonly l: Lowering;
  readonly expr: ExprOf<"call">;
  readonly args: readonly PyExpr[];
}

type Global = (call: GlobalCall) => PyExpr;

const helper =
  (name: string): Global =>
  ({ l, args }) =>
    l.callHelper(name, ...args);

export const GLOBALS: Record<string, Global> = {
  Array: ({ args }) => args[0] as PyExpr,
  Boolean: ({ l, expr, args }) => (args[0] ? truth(l, args[0], expr.args[0] as Expr) : FALSE),
  Number: ({ l, expr, args }) => (args[0] ? toNumber(l, args[0], expr.args[0] as Expr) : py.int(0)),
  String: ({ l, expr, args }) => (args[0] ? textOf(l, args[0], expr.args[0] as Expr) : py.str("")),
  isFinite: ({ l, expr, args }) => py.not(isNaNOf(l, expr.args[0] as Expr, args[0] as PyExpr)),
  isNaN: ({ l, expr, args }) => isNaNOf(l, expr.args[0] as Expr, args[0] as PyExpr),
  parseInt: helper("ts_parse_int"),
  queueMicrotask: helper("ts_queue_microtask"),
  setTimeout: helper("ts_set_timeout"),
  clearTimeout: helper("ts_clear_timer"),
  setInterval: helper("ts_set_interval"),
  clearInterval: helper("ts_clear_timer"),
};

export function lowerGlobalCall(l: Lowering, expr: ExprOf<"call">, name: string): PyExpr {
  const lower = own(GLOBALS, name);
  if (lower) return lower({ l, expr, args: l.operands(expr.args) });
  l.module.report(expr.span, findings.library(`${name}()`, "See docs/language.md for what there is."));
  return py.str("");
}
