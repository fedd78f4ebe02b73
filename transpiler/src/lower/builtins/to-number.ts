// From a value to a number: Number(x), +x, parseInt.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr } from "../../tree/nodes.ts";
import { noneFlavour, optionsOf } from "../../types/type.ts";
import { describe } from "../expressions/text.ts";
import type { Lowering } from "../lowering.ts";
import { FALSE, isPlain, py } from "../py.ts";

/** Number(value): a text that is no number gives NaN, one that is no integer stops. */
export function toNumber(l: Lowering, value: PyExpr, { type, span }: Pick<Expr, "type" | "span">): PyExpr {
  const kinds = optionsOf(type).map((option) => option.kind);
  if (kinds.every((kind) => kind === "number")) return value;
  if (kinds.every((kind) => kind === "boolean")) return py.conditional(value, py.int(1), py.int(0));
  const isTaken = kinds.every((kind) => kind === "string" || kind === "number" || kind === "none");
  if (isTaken && noneFlavour(type) !== "undefined") return l.callHelper("ts_number", value);
  l.module.report(span, findings.library(`Number() of ${describe(type)}`, "Give it a text, a number or a boolean."));
  return value;
}

/** Whether a number is NaN; of another kind of value it is not asked. */
export function isNaNOf(l: Lowering, arg: Expr, value: PyExpr): PyExpr {
  if (l.range(arg).nan) return py.compare("is", value, l.helper("ts_nan"));
  if (!isPlain(value)) l.out.push(py.expression(value));
  return FALSE;
}
