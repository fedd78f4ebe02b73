// Array.from: of what can be iterated, or of `{ length: n }` with a function of the index.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr } from "../../tree/nodes.ts";
import type { Lowering } from "../lowering.ts";
import { NONE, py } from "../py.ts";
import { Callback } from "./callbacks.ts";
import type { MethodCall } from "./methods.ts";

export function arrayFrom({ l, expr, args }: MethodCall): PyExpr {
  const [source, mapper] = expr.args as [Expr, Expr | undefined];
  if (source.type.kind === "number") return fromLength(l, expr.span, args, mapper);
  if (source.type.kind === "record")
    l.module.report(source.span, findings.library("Array.from of this value", "Write Array.from({ length: n }, f)."));
  const items = args[0] as PyExpr;
  if (mapper === undefined) return py.listFrom(items);
  const callback = new Callback(l, mapper, args[1]);
  const result = l.spill(py.list([]));
  const [item, index] = callback.names(2) as [PyExpr, PyExpr];
  const { value, statements } = l.capture(() => callback.result([item, index]));
  const body = [...statements, py.expression(py.method(result, "append", value))];
  l.out.push(py.for(py.tuple([index, item]), py.call("enumerate", items), body, expr.span));
  return result;
}

/** The items are undefined, the index counts. */
function fromLength(
  l: Lowering,
  span: { start: number; end: number },
  args: readonly PyExpr[],
  mapper: Expr | undefined,
): PyExpr {
  const [length, value] = args as [PyExpr, PyExpr | undefined];
  if (mapper === undefined) return NONE;
  const callback = new Callback(l, mapper, value);
  const result = l.spill(py.list([]));
  const [item, index] = callback.names(2) as [PyExpr, PyExpr];
  const isRead = callback.reads(0);
  if (isRead) l.out.push(py.assign(item, NONE));
  const { value: made, statements } = l.capture(() => callback.result([isRead ? item : NONE, index]));
  const body = [...statements, py.expression(py.method(result, "append", made))];
  l.out.push(py.for(index, py.call("range", length), body, span));
  return result;
}
