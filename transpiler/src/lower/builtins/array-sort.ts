// sort and toSorted: Python's own order where it is the comparison's, else a stable merge.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Binding, Expr, ExprOf, Func } from "../../tree/nodes.ts";
import { noneFlavour, withoutNone } from "../../types/type.ts";
import { describe } from "../expressions/text.ts";
import type { Lowering } from "../lowering.ts";
import { py, TRUE } from "../py.ts";
import { elementType } from "./array-elements.ts";
import type { MethodCall } from "./methods.ts";

export function toSorted(call: MethodCall): PyExpr {
  return sort({ ...call, object: py.listFrom(call.object) });
}

export function sort(call: MethodCall): PyExpr {
  const { l, expr, callee, object, args } = call;
  const element = elementType(callee.object.type);
  const mayMiss = noneFlavour(element) === "undefined";
  const [compare] = expr.args;
  if (compare === undefined) return sortTexts(call);
  const difference = mayMiss ? null : differenceOf(l, compare);
  if (difference === null) return l.callHelper(mayMiss ? "ts_sort_defined" : "ts_sort", object, args[0] as PyExpr);
  if (difference.key.kind === "name" && (element.kind === "number" || element.kind === "float")) {
    const array = l.once(object);
    const keywords = difference.sign < 0 ? [{ name: "reverse", value: TRUE }] : [];
    l.out.push(py.expression({ kind: "call", callee: py.attribute(array, "sort"), args: [], keywords }));
    return array;
  }
  const param = py.name(l.inlineName(difference.param));
  const key = py.lambda([{ name: (param as { id: string }).id }], l.expr(difference.key));
  return l.callHelper("ts_sort_by", object, key, py.int(difference.sign));
}

/** Without a comparison: by the texts. */
function sortTexts({ l, expr, callee, object }: MethodCall): PyExpr {
  const element = elementType(callee.object.type);
  if (element.kind === "number") {
    // By their texts: equal ones are equal numbers, whose order nobody sees.
    const array = l.once(object);
    const keywords = [{ name: "key", value: py.name("str") }];
    l.out.push(py.expression({ kind: "call", callee: py.attribute(array, "sort"), args: [], keywords }));
    return array;
  }
  if (withoutNone(element).kind !== "string" || noneFlavour(element) !== null)
    l.module.report(
      expr.span,
      findings.library(`sort without a comparison (of ${describe(element)})`, "Write sort((a, b) => a - b)."),
    );
  return l.callHelper("ts_sort_texts", object);
}

interface Difference {
  /** What is taken of the first of the two. */
  readonly key: Expr;
  readonly param: Binding;
  readonly sign: 1 | -1;
}

/** `(a, b) => a.k - b.k`, or the other way round: the order of one number that each item has. */
function differenceOf(l: Lowering, compare: Expr): Difference | null {
  if (compare.kind !== "function") return null;
  const { functions, bindings } = l.module.program;
  const func = functions[compare.func] as Func;
  const body = func.expression;
  const [a, b] = func.params.map((param) => bindings[param.binding]);
  if (body?.kind !== "binary" || body.operator !== "-" || !a || !b || func.body.length > 0) return null;
  if (!isKey(body.left) || !isKey(body.right)) return null;
  if (shapeOf(body.left, a.id) === shapeOf(body.right, b.id)) return { key: body.left, param: a, sign: 1 };
  if (shapeOf(body.left, b.id) === shapeOf(body.right, a.id)) return { key: body.right, param: a, sign: -1 };
  return null;
}

/** Reading it does nothing and gives the same each time. */
function isKey(expr: Expr): boolean {
  if (expr.kind === "name" || expr.kind === "number" || expr.kind === "string") return true;
  if (expr.kind === "member") return expr.access !== "accessor" && !expr.optional && isKey(expr.object);
  if (expr.kind === "index") return !expr.optional && isKey(expr.object) && isKey(expr.index);
  return (expr.kind === "nonNull" || expr.kind === "view") && isKey((expr as ExprOf<"view">).value);
}

/** The expression as a text in which one name stands out: equal for two that differ in that name only. */
function shapeOf(expr: Expr, param: number): string {
  return JSON.stringify(expr, (key, value: unknown) => {
    if (key === "id" || key === "span" || key === "type" || key === "wide") return undefined;
    return key === "binding" && value === param ? "it" : value;
  });
}
