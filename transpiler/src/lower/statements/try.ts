// try, catch, finally, throw. A catch takes errors of the program and of the device; what only a bug of ours could
// raise passes through.

import type { ExceptHandler } from "../../python/ast.ts";
import type { Binding, StmtOf } from "../../tree/nodes.ts";
import type { Lowering } from "../lowering.ts";
import { py, TRUE } from "../py.ts";
import { declareValue } from "./boxes.ts";

export function lowerThrow(l: Lowering, { value, span }: StmtOf<"throw">): void {
  const error = l.expr(value);
  l.out.push({ kind: "raise", value: error, span });
}

export function lowerTry(l: Lowering, { body, caught, finalizer, span }: StmtOf<"try">): void {
  l.tryDepth++;
  const tried = l.block(body);
  const handlers = caught ? [handler(l, caught)] : [];
  l.tryDepth--;
  const outer = l.finallyDepth;
  l.finallyDepth = l.targets.length;
  const last = finalizer ? l.block(finalizer) : [];
  l.finallyDepth = outer;
  l.out.push(py.try(tried, handlers, last, span));
}

/** ts_caught lets through what no catch of the program may see. */
function handler(l: Lowering, caught: NonNullable<StmtOf<"try">["caught"]>): ExceptHandler {
  const name = l.temporary();
  const error = l.callHelper("ts_caught", py.name(name));
  const binding = caught.binding === null ? null : (l.module.program.bindings[caught.binding] as Binding);
  const { throwsIn } = l.module.program;
  // throw() asks whether the generator has taken the error.
  const taken = l.isGenerator && throwsIn ? [py.assign(py.attribute(l.helper("TsThrown"), "taken"), TRUE)] : [];
  const first = binding ? declareValue(l, binding, error) : py.expression(error);
  return { type: py.name("Exception"), name, body: [first, ...taken, ...l.block(caught.body)] };
}
