// Functions of the library that belong to no object: timers.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { ExprOf } from "../../tree/nodes.ts";
import { own } from "../../tree/own.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";

const GLOBALS: Record<string, string> = {
  queueMicrotask: "ts_queue_microtask",
  setTimeout: "ts_set_timeout",
  clearTimeout: "ts_clear_timer",
  setInterval: "ts_set_interval",
  clearInterval: "ts_clear_timer",
};

export function lowerGlobalCall(l: Lowering, expr: ExprOf<"call">, name: string): PyExpr {
  const helper = own(GLOBALS, name);
  if (helper === undefined) {
    l.module.report(expr.span, findings.library(`${name}()`, "See docs/language.md for what there is."));
    return py.str("");
  }
  return l.callHelper(helper, ...l.operands(expr.args));
}
