// Functions: `def`, or `lambda` for an arrow that is one expression.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr, Param as PyParam, Stmt as PyStmt, Span } from "../../python/ast.ts";
import { type Written, writtenBy } from "../../ranges/written.ts";
import type { Binding, Expr, ExprOf, Func, Param } from "../../tree/nodes.ts";
import { isFailed, noneFlavours } from "../../types/type.ts";
import { Lowering } from "../lowering.ts";
import { asGenerator, NONE, py } from "../py.ts";
import { isBoxed } from "../statements/boxes.ts";
import { returnPromise } from "../statements/index.ts";
import { emitterOf } from "./emitter.ts";

export function lowerFunctionExpression(l: Lowering, expr: ExprOf<"function">): PyExpr {
  const func = l.module.program.functions[expr.func] as Func;
  if (expr.self !== null) return selfNamed(l, func, expr.self);
  const inner = new Lowering(l.module, func.id);
  const params = parameters(inner, func, l);
  if (func.expression && !func.isAsync && !func.emitter && inner.out.length === 0 && !needsCells(l, func)) {
    const { value, statements } = inner.capture(() => inner.expr(func.expression as Expr));
    if (statements.length === 0) return py.lambda(params, value);
  }
  const name = l.temporary().replace("_t", "_f");
  l.out.push(...define(l, func, name));
  return py.name(name);
}

/** A function around it holds the name by which it calls itself. */
function selfNamed(l: Lowering, func: Func, self: number): PyExpr {
  const own = l.module.shared.names.of(l.module.program.bindings[self] as Binding);
  const around = l.temporary().replace("_t", "_f");
  l.out.push(py.def(around, [], [...define(l, func, own), py.return(py.name(own))], func.span));
  return py.call(around);
}

/** What a constructor does before its parameters get their defaults, with the values in it, and after. */
interface Opening {
  readonly values: readonly Expr[];
  readonly first: (l: Lowering) => void;
  readonly then?: (l: Lowering) => void;
}

/** Emits the statements that define a function under a name. */
export function define(outer: Lowering, func: Func, name: string, opening?: Opening): PyStmt[] {
  const l = new Lowering(outer.module, func.id);
  opening?.first(l);
  const params = parameters(l, func, outer);
  opening?.then?.(l);
  if (func.receiver) params.unshift({ name: func.receiver });
  const head = l.out;
  const body = l.capture(() => functionBody(l, func)).statements;
  const defaults = func.params.flatMap((param) => param.default ?? []);
  const parts = func.params.flatMap((param) => param.parts);
  const inHead = writtenBy(parts, ...defaults, ...(opening?.values ?? []));
  const written = writtenBy(func.body, func.expression);
  const inBody = { ...written, bindings: new Set([...written.bindings, ...l.alsoWrites]) };
  const emitter = emitterOf(l, func, params.length > func.params.length + (func.receiver ? 1 : 0));
  const asked = (made: PyStmt) => (emitter && made.kind === "def" ? { ...made, emitter } : made);
  if (isWrapped(l, func)) {
    const inner = [...outerNames(l, func.id, inBody), ...body];
    return wrapped(l, func, name, params, [...outerNames(l, func.id, inHead), ...head], inner).map(asked);
  }
  const names = outerNames(l, func.id, { ...inBody, bindings: new Set([...inHead.bindings, ...inBody.bindings]) });
  const given = func.isGenerator ? asGenerator(body) : body;
  return [asked(py.def(name, params, [...names, ...head, ...given], func.span))];
}

function functionBody(l: Lowering, func: Func): void {
  l.statements(func.body);
  if (func.expression === null) return;
  if (isVoid(l, func)) l.effect(func.expression);
  else if (func.isAsync && func.expression.type.kind === "promise")
    returnPromise(l, func.expression, l.expr(func.expression));
  else l.out.push(py.return(l.expr(func.expression)));
}

function isVoid(l: Lowering, func: Func): boolean {
  return l.module.program.signatures[func.signature]?.returns.kind === "void";
}

/**
 * The body is a function within the function: an async one starts it at once and gives the promise; a generator that
 * is handed values waits for its first next(), and the parameters of any are taken when it is called.
 */
function isWrapped(l: Lowering, func: Func): boolean {
  if (func.isAsync) return true;
  return func.isGenerator && (l.module.program.sends || func.params.some(actsWhenCalled));
}

function actsWhenCalled(param: Param): boolean {
  return param.parts.length > 0 || (param.default !== null && constantDefault(param.default) === null);
}

function wrapped(
  l: Lowering,
  func: Func,
  name: string,
  params: readonly PyParam[],
  head: readonly PyStmt[],
  body: readonly PyStmt[],
): PyStmt[] {
  const given = [...(func.receiver ? [func.receiver] : []), ...namesIn(l, func)];
  const first = l.module.program.sends && func.isGenerator ? [py.expression({ kind: "yield", value: null })] : [];
  const inner = asGenerator([...first, ...body]);
  const call = py.call("_body", ...given.map(py.name));
  const made = func.isAsync
    ? l.callHelper("ts_async", call)
    : first.length > 0
      ? l.callHelper("ts_primed", call)
      : call;
  const def = py.def(
    "_body",
    given.map((one) => ({ name: one })),
    inner,
    func.span,
  );
  return [py.def(name, params, [...head, def, py.return(made)], func.span)];
}

/** The names that the parameters give the body. */
function namesIn(l: Lowering, func: Func): string[] {
  const bindings = func.params.flatMap((param) => [param.binding, ...writtenBy(param.parts).bindings]);
  const own = bindings.map((id) => l.module.program.bindings[id] as Binding).filter(({ owner }) => owner === func.id);
  return own.map((binding) => l.module.shared.names.of(binding));
}

/** nonlocal and global for the outer variables that the body assigns. */
function outerNames(l: Lowering, func: number, written: Written): PyStmt[] {
  const outer = [...written.bindings]
    .map((id) => l.module.program.bindings[id] as Binding)
    .filter((binding) => binding.owner !== func && !isBoxed(binding));
  const globals = outer.filter((binding) => binding.owner === null).map((binding) => l.module.shared.names.of(binding));
  const nonlocals = outer
    .filter((binding) => binding.owner !== null)
    .map((binding) => l.module.shared.names.of(binding));
  const made: PyStmt[] = [];
  if (globals.length > 0) made.push({ kind: "global", names: globals });
  if (nonlocals.length > 0) made.push({ kind: "nonlocal", names: nonlocals });
  return made;
}

function needsCells(l: Lowering, func: Func): boolean {
  return writtenBy(func.body, func.expression).bindings.size > 0 || isVoid(l, func);
}

/** Takes the arguments that a function does not name. */
export const MORE = "_0";

/** The parameters, those that pad it to the widest signature it is used with, and what it keeps of its loop's turn. */
function parameters(l: Lowering, func: Func, outer: Lowering): PyParam[] {
  // Who must give a later one gives the earlier ones, too: undefined asks for the default, and Python has its own order.
  const needed = func.params.map((param) => !param.default && !param.optional && !param.rest).lastIndexOf(true);
  const made = func.params.map((param, i) => {
    const one = parameter(l, param);
    l.statements(param.parts);
    return i < needed ? { ...one, default: undefined } : one;
  });
  const isRest = func.params.some((param) => param.rest);
  if (!isRest && l.module.isVariadic(func.signature)) made.push({ name: MORE, rest: true });
  else
    for (let i = made.length; !isRest && i < widest(l, func.signature); i++)
      made.push({ name: `_${i}`, default: NONE });
  const kept = capturedFromTurn(outer, func);
  // After a bare *: no argument may ever take their place.
  if (kept.length > 0 && !made.some((param) => param.rest)) made.push({ name: "", rest: true });
  for (const binding of kept) {
    const name = l.module.shared.names.of(binding);
    made.push({ name, default: py.name(name) });
  }
  return made;
}

/** How many parameters the functions have that may stand where this signature is called. */
export function widest(l: Lowering, id: number): number {
  const { program, shared } = l.module;
  return shared.arities.get(program.aritySets.find(id)) ?? 0;
}

function capturedFromTurn(outer: Lowering, func: Func): Binding[] {
  const { program } = outer.module;
  const used = [...(program.uses.get(func.id) ?? [])].map((id) => program.bindings[id] as Binding);
  const kept = used.filter(({ loop, owner }) => loop !== null && owner === func.owner && func.loop !== null);
  for (const binding of kept.filter(({ early, kind }) => early && kind === "class")) {
    const isOwn = program.classes.some((made) => made.binding === binding.id && holds(made.span, func.span));
    const namesItself = findings.syntax("A class in a loop that names itself", "Declare it outside of the loop.");
    outer.module.report(func.span, isOwn ? namesItself : findings.capturedLate(binding.name));
  }
  return kept;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function parameter(l: Lowering, param: Param): PyParam {
  const binding = l.module.program.bindings[param.binding] as Binding;
  const name = l.module.shared.names.of(binding);
  if (param.rest && l.module.isVariadic(l.module.program.functions[l.func as number]?.signature ?? 0)) {
    l.out.push(py.assign(py.name(name), py.call("list", py.name(name))));
    return { name, rest: true };
  }
  // Every caller gives the list; Python wants a default after defaults.
  if (param.rest) return { name, default: NONE };
  if (param.default === null) return param.optional ? { name, default: NONE } : { name };
  // null must stay null, and only undefined asks for the default: on the device they are one.
  if (noneFlavours(binding.type).includes("null") && param.default.kind !== "none" && !isFailed(binding.type))
    l.module.report(binding.span, findings.otherNone("undefined", "null"));
  const constant = constantDefault(param.default);
  if (constant) {
    // An explicit undefined, too, asks for the default.
    l.out.push(py.if(py.isNone(py.name(name)), [py.assign(py.name(name), constant)]));
    return { name, default: constant };
  }
  const { value, statements } = l.capture(() => l.expr(param.default as Expr));
  l.out.push(py.if(py.isNone(py.name(name)), [...statements, py.assign(py.name(name), value)]));
  return { name, default: NONE };
}

function constantDefault(expr: Expr): PyExpr | null {
  if (expr.kind === "number") return expr.type.kind === "float" ? null : py.int(expr.value);
  if (expr.kind === "string") return py.str(expr.value);
  return expr.kind === "boolean" ? { kind: "constant", value: expr.value ? "True" : "False" } : null;
}
