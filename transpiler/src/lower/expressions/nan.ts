// NaN is an object of its own on the device: it may be stored and tested, and is taken out before anything is computed.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Range } from "../../ranges/range.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";

/** Two values, and what is known of them. */
export interface Compared {
  readonly a: PyExpr;
  readonly b: PyExpr;
  readonly x: Range;
  readonly y: Range;
}

/** What the bit operators make of NaN, which is false here as there. */
export function zeroForNaN(value: PyExpr, range: Range): PyExpr {
  return range.nan ? py.or(value, py.int(0)) : value;
}

/** A comparison that does not hold with NaN: only !== does. */
export function withoutNaN(l: Lowering, { x, y, a, b }: Compared, compare: (a: PyExpr, b: PyExpr) => PyExpr): PyExpr {
  const [first, second] = [x.nan ? l.once(a) : a, y.nan ? l.once(b) : b];
  const isNumber = (value: PyExpr) => py.compare("is not", value, l.helper("ts_nan"));
  const tests = [...(x.nan ? [isNumber(first)] : []), ...(y.nan ? [isNumber(second)] : [])];
  return [...tests, compare(first, second)].reduce(py.and);
}
