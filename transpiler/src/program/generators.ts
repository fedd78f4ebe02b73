// yield: what a generator gives, what it is handed, and what it hands on to another.
import { ts } from "ts-morph";
import { runsCode } from "../ranges/effects.ts";
import type { Expr, Func } from "../tree/nodes.ts";
import { FAILED, type IteratorType, iteratorOf, optionsOf, type Type, UNDEFINED, UNKNOWN } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";
import { itemOf } from "./iteration.ts";

export function yieldExpression(x: Extractor, node: ts.YieldExpression): Expr {
  const generator = generatorType(x, x.ctx.program.functions[x.ctx.func ?? -1]);
  if (node.asteriskToken && node.expression) return delegate(x, node, node.expression, generator);
  const value = node.expression ? x.expression(node.expression) : null;
  if (value && node.expression) x.flow(value, generator.item, node.expression);
  return x.make(node, generator.sent, { kind: "yield", value });
}

/** The type of what a call of the generator function gives. */
export function generatorType(x: Extractor, func: Func | undefined): IteratorType {
  const returns = func && x.ctx.program.signatures[func.signature]?.returns;
  const found = returns && optionsOf(returns).find((option) => option.kind === "iterator");
  return found?.kind === "iterator" ? found : iteratorOf(FAILED, FAILED, FAILED);
}

function delegate(x: Extractor, node: ts.YieldExpression, from: ts.Expression, outer: IteratorType): Expr {
  const value = x.expression(from);
  x.link(itemOf(x, value, from), outer.item, from);
  if (runsCode(value.type)) x.ctx.program.delegates = true;
  return x.make(node, resultOf(x, node, value, outer), { kind: "delegate", value });
}

/** What the inner iterator returns at its end: nothing, where it is one of the library's. */
function resultOf(x: Extractor, node: ts.YieldExpression, { type }: Expr, outer: IteratorType): Type {
  if (type.kind === "iterator") {
    x.link(outer.sent, type.sent, node);
    return type.result;
  }
  if (type.kind !== "instance" && type.kind !== "record") return UNDEFINED;
  const isOpen = x.ctx.checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any;
  const made = iteratorOf(outer.item, isOpen ? UNKNOWN : x.read(node), outer.sent);
  x.link(type, made, node);
  return made.result;
}
