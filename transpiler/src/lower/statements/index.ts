// Statements: one function for each kind of the typed tree.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr, Stmt as PyStmt, Span } from "../../python/ast.ts";
import type { Binding, Expr, Func, Stmt, StmtOf } from "../../tree/nodes.ts";
import { optionsOf } from "../../types/type.ts";
import { lowerClass } from "../declarations/class.ts";
import { define } from "../declarations/function.ts";
import { condition } from "../expressions/logic.ts";
import { isInlined, mayBeUnset, readBinding } from "../expressions/members.ts";
import type { Lowering } from "../lowering.ts";
import { NONE, py } from "../py.ts";
import { declareValue, isBoxed } from "./boxes.ts";
import { closing } from "./closing.ts";
import { lowerBlock, lowerBreak, lowerContinue } from "./jumps.ts";
import { lowerDoWhile, lowerFor, lowerForOf, lowerWhile } from "./loops.ts";
import { lowerSwitch } from "./switch.ts";
import { lowerThrow, lowerTry } from "./try.ts";

type Handlers = { [K in Stmt["kind"]]: (l: Lowering, statement: StmtOf<K>) => void };

export const STATEMENTS: Handlers = {
  declare: lowerDeclare,
  unpack: lowerUnpack,
  expression: (l, { value }) => l.effect(value),
  if: lowerIf,
  while: lowerWhile,
  doWhile: lowerDoWhile,
  for: lowerFor,
  forOf: lowerForOf,
  switch: lowerSwitch,
  break: lowerBreak,
  continue: lowerContinue,
  return: lowerReturn,
  throw: lowerThrow,
  try: lowerTry,
  closing: (l, { iterator, body, span }) => l.out.push(closing(l, l.expr(iterator), l.block(body), span)),
  block: lowerBlock,
  function: (l, { binding, span }) => {
    const declared = l.module.program.bindings[binding] as Binding;
    const func = l.module.program.functions[declared.func as number] as Func;
    if (!isBoxed(declared)) {
      l.out.push(...define(l, func, l.module.shared.names.of(declared)));
      return;
    }
    const name = l.temporary().replace("_t", "_f");
    l.out.push(...define(l, func, name), declareValue(l, declared, py.name(name), span));
  },
  class: (l, { classId, base }) => lowerClass(l, classId, base),
};

export function lowerStatement(l: Lowering, statement: Stmt): void {
  (STATEMENTS[statement.kind] as (l: Lowering, statement: Stmt) => void)(l, statement);
}

function lowerReturn(l: Lowering, { value, span }: StmtOf<"return">): void {
  if (l.isGenerator && l.finallyDepth !== null) l.module.report(span, findings.generatorFinally());
  if (value?.type.kind === "void" && givesNothing(l)) {
    l.effect(value);
    l.out.push(py.return(null, span));
    return;
  }
  const result = value ? l.expr(value) : null;
  if (value && result && isAsync(l) && optionsOf(value.type).some((option) => option.kind === "promise"))
    return returnPromise(l, value, result);
  l.out.push(py.return(result, span));
}

/** A function whose result is void. */
function givesNothing(l: Lowering): boolean {
  const { functions, signatures } = l.module.program;
  const func = l.func === null ? undefined : functions[l.func];
  return (
    func !== undefined && !func.isAsync && !func.isGenerator && signatures[func.signature]?.returns.kind === "void"
  );
}

function isAsync(l: Lowering): boolean {
  return l.func !== null && (l.module.program.functions[l.func]?.isAsync ?? false);
}

/** An async function that returns a promise settles two ticks after it. */
export function returnPromise(l: Lowering, value: Expr, result: PyExpr): void {
  if (l.tryDepth > 0)
    l.module.report(value.span, findings.library("Returning a promise from within try", "Write return await."));
  const kept = l.spill(result);
  l.out.push(py.expression({ kind: "yield", value: null }), py.return({ kind: "yield", value: kept }));
}

function lowerDeclare(l: Lowering, { binding, value, span }: StmtOf<"declare">): void {
  const declared = l.module.program.bindings[binding] as Binding;
  const name = l.module.shared.names.of(declared);
  if (value === null && mayBeUnset(declared) && !isBoxed(declared)) {
    l.out.push(...declareUnset(py.name(name), span));
    return;
  }
  // A constant needs no variable.
  if (isInlined(declared) || l.module.shared.constants.has(binding)) return;
  if (value?.kind === "function" && value.self === null && declared.kind === "constant" && !isBoxed(declared)) {
    const func = l.module.program.functions[value.func] as Func;
    l.out.push(...define(l, func, name));
    return;
  }
  const initial = value ? l.expr(value) : NONE;
  // A class expression was defined under this name.
  if (value?.kind === "class" && initial.kind === "name" && initial.id === name) return;
  l.out.push(declareValue(l, declared, initial, span));
}

/** The name is the function's own, and reading it stops until it has a value. */
function declareUnset(target: PyExpr, span: Span): PyStmt[] {
  return [py.assign(target, NONE, span), { kind: "delete", target, span }];
}

/** `a, b = value`. What closures share goes into its list from a name of ours. */
function lowerUnpack(l: Lowering, { bindings, value, declares, span }: StmtOf<"unpack">): void {
  const given = value.kind === "array" ? py.tuple(l.operands(value.items)) : l.expr(value);
  const boxes: PyStmt[] = [];
  const names = bindings.map((id) => {
    if (id === null) return py.name("_");
    const binding = l.module.program.bindings[id] as Binding;
    if (!declares || !isBoxed(binding)) return readBinding(l, binding);
    const name = py.name(l.temporary());
    boxes.push(declareValue(l, binding, name));
    return name;
  });
  l.out.push(py.assign(py.tuple(names), given, span), ...boxes);
}

function lowerIf(l: Lowering, { test, then, otherwise, span }: StmtOf<"if">): void {
  const decided = condition(l, test);
  l.out.push(py.if(decided, l.block(then), l.block(otherwise), span));
}
