// Methods of integers, and of floats.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import { py } from "../py.ts";
import type { Method, MethodCall } from "./methods.ts";

/** Python's own formats for some bases. */
const FORMATS: Record<number, string> = { 8: "%o", 16: "%x" };

export const NUMBER: Record<string, Method> = {
  toString: ({ l, expr, object, args }: MethodCall) => {
    const [radix] = expr.args;
    if (radix === undefined || (radix.kind === "number" && radix.value === 10)) return py.call("str", object);
    const format = radix.kind === "number" ? FORMATS[radix.value] : undefined;
    return format ? py.binary("%", py.str(format), object) : l.callHelper("ts_radix", object, args[0] as PyExpr);
  },
  toFixed: ({ l, object, args }) => l.callHelper("ts_fixed", object, args[0] ?? py.int(0)),
};

export const FLOAT: Record<string, Method> = {
  toString: ({ l, expr, object }: MethodCall) => {
    l.module.report(expr.span, findings.floatText());
    return object;
  },
  toFixed: ({ l, object, args }) => l.callHelper("ts_float_fixed", object, args[0] ?? py.int(0)),
};
