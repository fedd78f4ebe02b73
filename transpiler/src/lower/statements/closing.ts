// Iterators that are left early: a generator runs its finally blocks, an iterator made by hand its return(). Where
// nobody could see it, nothing is emitted.
import type { Expr as PyExpr, Stmt as PyStmt, Span } from "../../python/ast.ts";
import type { Expr, Func, Stmt } from "../../tree/nodes.ts";
import { ITERATOR } from "../../types/iteration.ts";
import { optionsOf, type Type } from "../../types/type.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";

/** `body`, then the end of the iterator; an error of the body goes before one of its closing. */
export function closing(l: Lowering, iterator: PyExpr, body: readonly PyStmt[], span: Span): PyStmt {
  const abandon = py.expression(l.callHelper("ts_abandon", iterator));
  const handler = { type: py.name("Exception"), name: null, body: [abandon, { kind: "raise", value: null } as const] };
  return py.try(body, [handler], [closeStatement(l, iterator)], span);
}

export function closeStatement(l: Lowering, iterator: PyExpr): PyStmt {
  return py.expression(l.callHelper("ts_close", iterator));
}

/** Leaving the iterator over this value early may do something, or be noticed by who holds it. */
export function needsClosing(l: Lowering, iterable: Expr): boolean {
  return leaves(l, iterable, new Set());
}

function leaves(l: Lowering, iterable: Expr, seen: Set<Func>): boolean {
  return optionsOf(iterable.type).some((type) => leavesAs(l, iterable, type, seen));
}

function leavesAs(l: Lowering, iterable: Expr, type: Type, seen: Set<Func>): boolean {
  if (type.kind !== "iterator" && type.kind !== "instance" && type.kind !== "record") return false;
  const known = knownGenerators(l, iterable);
  if (known) return known.some((func) => holdsFinally(l, func.body, seen, func));
  if (type.kind === "iterator") return !isLibraryCall(iterable);
  return closesByHand(l, type);
}

/** A call of the library on an array, a Map or a Set: nothing is left behind. */
function isLibraryCall(expr: Expr): boolean {
  return (
    expr.kind === "call" &&
    expr.callee.kind === "member" &&
    expr.callee.access === "library" &&
    expr.callee.object.type.kind !== "iterator"
  );
}

/** What [Symbol.iterator]() of the object gives has a return() of its own, or may be a generator from anywhere. */
function closesByHand(l: Lowering, type: Type): boolean {
  const { unifier } = l.module.shared;
  const maker = unifier.members(type)?.get(ITERATOR)?.type;
  const made = maker?.kind === "function" ? unifier.returns(maker.signature) : type;
  return made.kind === "iterator" || (unifier.members(made)?.has("return") ?? true);
}

/** The generator functions whose result the expression is, when it is fresh from one of them and nobody else has it. */
export function knownGenerators(l: Lowering, expr: Expr): readonly Func[] | null {
  if (expr.type.kind === "instance") return allGenerators(l, methodsNamed(l, ITERATOR));
  if (expr.kind !== "call" || expr.optional) return null;
  const { callee } = expr;
  if (callee.kind === "name") {
    const binding = l.module.program.bindings[callee.binding];
    if (binding?.func == null || binding.reassigned) return null;
    return allGenerators(l, [l.module.program.functions[binding.func] as Func]);
  }
  if (callee.kind !== "member" || callee.access !== "attribute" || callee.object.type.kind === "record") return null;
  return allGenerators(l, methodsNamed(l, callee.name));
}

/** The methods of that name of any class: which one runs is known at run time only. */
function methodsNamed(l: Lowering, name: string): Func[] {
  const { classes, functions } = l.module.program;
  const methods = classes.flatMap((made) => made.methods.filter((method) => method.name === name));
  return methods.map((method) => functions[method.func] as Func);
}

function allGenerators(_: Lowering, functions: readonly Func[]): readonly Func[] | null {
  return functions.length > 0 && functions.every((func) => func.isGenerator && !func.isAsync) ? functions : null;
}

/** A generator that is left in the middle has something to do: a finally block, or an inner iterator to leave. */
function holdsFinally(l: Lowering, body: readonly Stmt[], seen: Set<Func>, func?: Func): boolean {
  if (func && seen.has(func)) return false;
  if (func) seen.add(func);
  return body.some((statement) => actsOnLeaving(l, statement, seen));
}

function actsOnLeaving(l: Lowering, node: object, seen: Set<Func>): boolean {
  const one = node as { kind?: string; finalizer?: unknown; iterable?: Expr; value?: Expr };
  if (one.kind === "try" && one.finalizer) return true;
  if (one.kind === "forOf" && one.iterable && leaves(l, one.iterable, seen)) return true;
  if (one.kind === "delegate" && one.value && leaves(l, one.value, seen)) return true;
  return Object.values(node).some((part) => {
    if (Array.isArray(part)) return part.some((item) => isNode(item) && actsOnLeaving(l, item, seen));
    return isNode(part) && actsOnLeaving(l, part, seen);
  });
}

function isNode(value: unknown): value is object {
  return typeof value === "object" && value !== null && ("kind" in value || "body" in value);
}
