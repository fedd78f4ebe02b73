// Functions that stand where they are made: what they know when they begin. What is proven of constants lasts for as long as
// the function does; one that the library calls at once, as `map` and `reduce` do, and that changes nothing, knows all that
// is proven at the call.
import type { Binding, Expr, ExprOf, Func, Program } from "../tree/nodes.ts";
import { callEffect, methodEffect } from "./effects.ts";
import { forget, type Walk } from "./walk.ts";
import { changesObjects, type Written, writtenBy } from "./written.ts";

/** Functions that are handed to the library at the place where they are made: it calls them before it comes back. */
const handed = new WeakSet<Expr>();

/** What is known where a function is made; one that the library calls at once gets it from the call. */
export function noteMade(walk: Walk, expr: ExprOf<"function">): void {
  if (!handed.has(expr)) walk.solver.noteEntry(expr.func, walk.env.lasting(walk.solver.program));
}

/** The functions that a method of the library is handed where they are written; null when it may run other code too. */
export function callbacksOf(walk: Walk, expr: ExprOf<"call"> | ExprOf<"new">): readonly Func[] | null {
  if (methodEffect(expr) === null) return null;
  const found: Func[] = [];
  for (const arg of expr.args) {
    if (arg.kind !== "function") continue;
    const func = walk.solver.program.functions[arg.func];
    if (func === undefined || func.isAsync || func.isGenerator) return null;
    found.push(func);
  }
  return found;
}

/** Before the arguments are evaluated. */
export function noteHanded(walk: Walk, expr: ExprOf<"call">): void {
  if (callbacksOf(walk, expr)?.every((callback) => isPure(walk, callback)) !== true) return;
  for (const arg of expr.args) if (arg.kind === "function") handed.add(arg);
}

/** After they were. */
export function enterCallbacks(walk: Walk, expr: ExprOf<"call">): void {
  for (const arg of expr.args)
    if (arg.kind === "function" && handed.has(arg)) {
      const hasOwnThis = walk.solver.program.functions[arg.func]?.receiver !== null;
      walk.solver.noteEntry(arg.func, hasOwnThis ? walk.env.lasting(walk.solver.program) : walk.env.copy());
    }
}

/** What is known after a call. */
export function afterCall(walk: Walk, expr: ExprOf<"call"> | ExprOf<"new">): void {
  const callbacks = callbacksOf(walk, expr);
  const effect = callbacks ? methodEffect(expr) : callEffect(expr);
  if (effect === "anything") walk.env.forgetProperties();
  if (effect === "lengths") walk.env.forgetLengths();
  for (const callback of callbacks ?? []) forget(walk, bodyOf(callback));
}

/** `(a, b) => b - a`: of such a difference only the sign counts, and rounding keeps that. */
export function noteCompared({ solver }: Walk, { callee, signature, args: [comparator] }: ExprOf<"call">): void {
  const isSort = callee.kind === "member" && (callee.name === "sort" || callee.name === "toSorted");
  if (!isSort || signature !== null || comparator?.kind !== "function") return;
  for (const difference of differences(solver.program.functions[comparator.func]?.expression ?? null))
    solver.compared.add(difference.id);
}

/** The result so far of `reduce`, which only the function sees that it is handed; and the items, in `xs.map(f).reduce(g, 0)`. */
export function noteFold({ solver }: Walk, { callee, signature, args: [callback] }: ExprOf<"call">): void {
  const isFold = callee.kind === "member" && (callee.name === "reduce" || callee.name === "reduceRight");
  if (!isFold || signature !== null || callback?.kind !== "function") return;
  const { bindings, functions } = solver.program;
  const [sofar, item] = functions[callback.func]?.params.map(({ binding }) => bindings[binding]) ?? [];
  const mapping = mappingOf(solver.program, callee.object);
  if (sofar && isItsOwn(sofar)) solver.folds.add(sofar.id);
  if (item && mapping && isItsOwn(item)) solver.mapped.set(item.id, mapping);
}

function isItsOwn({ reassigned, captured }: Binding): boolean {
  return !reassigned && !captured;
}

/** What has made the items of an array that nobody else knows: `xs.map(f)`. */
function mappingOf({ bindings, functions }: Program, array: Expr): Func | undefined {
  if (array.kind !== "call" || array.signature !== null || array.callee.kind !== "member") return undefined;
  const [mapping] = array.callee.name === "map" ? array.args : [];
  const known = mapping?.kind === "name" ? bindings[mapping.binding]?.func : null;
  const id = mapping?.kind === "function" ? mapping.func : known;
  return typeof id === "number" ? functions[id] : undefined;
}

function differences(value: Expr | null): readonly Expr[] {
  if (value?.kind === "logical") return [...differences(value.left), ...differences(value.right)];
  if (value?.kind === "conditional") return [...differences(value.then), ...differences(value.otherwise)];
  return value?.kind === "binary" && value.operator === "-" ? [value] : [];
}

const bodies = new WeakMap<Func, Written>();

function bodyOf(func: Func): Written {
  const known = bodies.get(func);
  if (known) return known;
  const expressions = [func.expression, ...func.params.map((param) => param.default)];
  const made = writtenBy([...func.body, ...func.params.flatMap((param) => param.parts)], ...expressions);
  bodies.set(func, made);
  return made;
}

/** It changes nothing that others can see; what it declares itself is new each time. */
function isPure({ solver }: Walk, func: Func): boolean {
  const written = bodyOf(func);
  const isOwn = (binding: number) => solver.program.bindings[binding]?.owner === func.id;
  return !changesObjects(written) && [...written.bindings].every(isOwn);
}
