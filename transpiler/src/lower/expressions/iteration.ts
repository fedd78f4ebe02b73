// Generators' yields, and the first items of what can only be iterated.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { ExprOf } from "../../tree/nodes.ts";
import type { Lowering } from "../lowering.ts";
import { NONE, py, TRUE } from "../py.ts";
import { closeStatement, knownGenerators, needsClosing } from "../statements/closing.ts";

export function lowerYield(l: Lowering, { value, span }: ExprOf<"yield">): PyExpr {
  // Who closes the outer one of two would find the inner one waiting, and its end another one than in JavaScript.
  if (l.finallyDepth !== null && l.module.program.delegates) l.module.report(span, findings.generatorFinally());
  return yielded(l, { kind: "yield", value: value && l.expr(value) });
}

export function lowerDelegate(l: Lowering, expr: ExprOf<"delegate">): PyExpr {
  const { value, span } = expr;
  const { sends, throwsIn } = l.module.program;
  if (throwsIn && (value.type.kind === "instance" || value.type.kind === "record"))
    l.module.report(
      span,
      findings.library("yield* of an iterator made by hand, in a program that calls throw(),", "Loop over it."),
    );
  const source = l.iterable(value);
  // What comes in by next(value) is nothing to an array.
  const takes = !sends || knownGenerators(l, value) !== null;
  return yielded(l, { kind: "yieldFrom", value: takes ? source : l.callHelper("ts_iter", source) });
}

function yielded(l: Lowering, expr: PyExpr): PyExpr {
  if (l.wantsValue) return l.spill(expr);
  l.out.push(py.expression(expr));
  return NONE;
}

export function lowerTake(l: Lowering, { iterable, count, required, rest }: ExprOf<"take">): PyExpr {
  const closes = needsClosing(l, iterable);
  const source = closes ? l.spill(py.call("iter", l.iterable(iterable))) : l.iterable(iterable);
  const taken = l.callHelper("ts_take", source, py.int(count), py.int(required), ...(rest ? [TRUE] : []));
  if (!closes || rest) return taken;
  const kept = l.spill(taken);
  l.out.push(closeStatement(l, source));
  return kept;
}
