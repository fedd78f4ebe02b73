// Methods of integers, and of floats.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import { within } from "../../ranges/range.ts";
import { show } from "../../ranges/solver.ts";
import { py } from "../py.ts";
import type { Method, MethodCall } from "./methods.ts";

/** Python's own formats for some bases. */
const FORMATS: Record<number, string> = { 8: "%o", 16: "%x" };

/** So many digits there may be; with others JavaScript throws. */
const DIGITS = { low: 0, high: 100 };

function fixed(helper: string): Method {
  return ({ l, expr, object, args }) => {
    const [digits] = expr.args;
    const { low, high } = digits ? l.range(digits) : DIGITS;
    if (digits && !within({ low, high }, DIGITS))
      l.module.report(digits.span, findings.outOfRange(show(low), show(high), DIGITS.low, DIGITS.high));
    return l.callHelper(helper, object, args[0] ?? py.int(0));
  };
}

export const NUMBER: Record<string, Method> = {
  toString: ({ l, expr, object, args }: MethodCall) => {
    const [radix] = expr.args;
    if (radix === undefined || (radix.kind === "number" && radix.value === 10)) return py.call("str", object);
    const format = radix.kind === "number" ? FORMATS[radix.value] : undefined;
    return format ? py.binary("%", py.str(format), object) : l.callHelper("ts_radix", object, args[0] as PyExpr);
  },
  toFixed: fixed("ts_fixed"),
};

export const FLOAT: Record<string, Method> = {
  toFixed: fixed("ts_float_fixed"),
};
