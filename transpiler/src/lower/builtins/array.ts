// Methods of arrays. Those that take a function become loops around it.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr, Stmt as PyStmt } from "../../python/ast.ts";
import type { Binding, Expr, Func } from "../../tree/nodes.ts";
import { optionsOf, type Type, unionOf } from "../../types/type.ts";
import { listOf } from "../expressions/calls.ts";
import { likeness } from "../expressions/equality.ts";
import { describe, toText } from "../expressions/text.ts";
import type { Lowering } from "../lowering.ts";
import { FALSE, NONE, py, readsNames, TRUE } from "../py.ts";
import type { Method, MethodCall } from "./methods.ts";

const helper =
  (name: string): Method =>
  ({ l, object, args }) =>
    l.callHelper(name, object, ...args);

/** Methods whose callback may be written into their loop: it is not lowered as a function then. */
export function isInlined(l: Lowering, name: string, arg: Expr): boolean {
  return (
    ["map", "filter", "forEach", "some", "every", "find", "findIndex"].includes(name) && inlinable(l, arg) !== null
  );
}

export const ARRAY: Record<string, Method> = {
  push,
  pop: helper("ts_pop"),
  shift: helper("ts_shift"),
  unshift,
  splice: helper("ts_splice"),
  reverse: helper("ts_reverse"),
  fill: helper("ts_fill"),
  slice: ({ object, args }) => py.slice(object, args[0] ?? null, args[1] ?? null),
  concat: ({ object, args }) => py.binary("+", object, args[0] as PyExpr),
  indexOf: ({ l, expr, callee, object, args }) => l.callHelper(SEARCH[likenessIn(callee, expr)], object, ...args),
  includes: ({ l, expr, callee, object, args }) => {
    const likeness = likenessIn(callee, expr);
    if (likeness === "value")
      return py.compare("in", args[0] as PyExpr, ...(l.early([object], [callee.object], args) as [PyExpr]));
    return py.compare(">=", l.callHelper(SEARCH[likeness], object, ...args), py.int(0));
  },
  join,
  sort,
  map: (call) => loop(call, py.list([]), (item, { result }) => [py.expression(py.method(result, "append", item()))]),
  filter: (call) =>
    loop(call, py.list([]), (item, { result, element }) => [
      py.if(item(), [py.expression(py.method(result, "append", element))]),
    ]),
  forEach: (call) => loop(call, NONE, (item) => [py.expression(item())]),
  some: (call) =>
    loop(call, FALSE, (item, { result }) => [py.if(item(), [py.assign(result, TRUE), { kind: "break" }])]),
  every: (call) =>
    loop(call, TRUE, (item, { result }) => [py.if(py.not(item()), [py.assign(result, FALSE), { kind: "break" }])]),
  find: (call) =>
    loop(call, NONE, (item, { result, element }) => [py.if(item(), [py.assign(result, element), { kind: "break" }])]),
  findIndex: (call) =>
    loop(call, py.int(-1), (item, { result, index }) => [py.if(item(), [py.assign(result, index), { kind: "break" }])]),
};

function elementType(type: Type): Type {
  const array = optionsOf(type).find((option) => option.kind === "array" || option.kind === "tuple");
  if (array?.kind === "tuple") return unionOf(array.elements);
  return array?.kind === "array" ? array.element : type;
}

const SEARCH = { value: "ts_index_of_item", identity: "ts_index_of_is", mixed: "ts_index_of_same" } as const;

/** How the elements of an array are compared with what is searched for. */
function likenessIn(callee: MethodCall["callee"], { args }: MethodCall["expr"]): keyof typeof SEARCH {
  return likeness([elementType(callee.object.type), (args[0] as Expr).type]);
}

function push({ l, callee, object, args }: MethodCall): PyExpr {
  const array = args.length > 1 || l.wantsValue ? l.hold(object, callee.object) : object;
  // All values are there before the first is appended.
  const together = !args.slice(1).every(readsNames);
  const appended = together
    ? [py.method(array, "extend", listOf(args))]
    : args.map((arg) =>
        arg.kind === "star" ? py.method(array, "extend", arg.value) : py.method(array, "append", arg),
      );
  const last = l.wantsValue ? undefined : appended.pop();
  for (const call of appended) l.out.push(py.expression(call));
  return last ?? py.call("len", array);
}

function unshift({ l, callee, object, args }: MethodCall): PyExpr {
  const array = l.hold(object, callee.object);
  const inserted = py.method(array, "insert", py.int(0), args[0] as PyExpr);
  if (!l.wantsValue) return inserted;
  l.out.push(py.expression(inserted));
  return py.call("len", array);
}

function join({ l, expr, callee, object: given, args }: MethodCall): PyExpr {
  const separator = args[0] ?? py.str(",");
  const [object] = l.early([given], [callee.object], args) as [PyExpr];
  const element = elementType(callee.object.type);
  if (element.kind === "string") return py.method(separator, "join", object);
  if (optionsOf(element).every((option) => ["string", "number", "none"].includes(option.kind)))
    return l.callHelper("ts_join", object, separator);
  if (!["number", "boolean"].includes(element.kind)) {
    l.module.report(expr.span, findings.textOf(`an array of ${describe(element)}`));
    return object;
  }
  const name = py.name("x");
  return py.method(separator, "join", {
    kind: "listComp",
    value: toText(l, name, element, expr.span),
    target: name,
    iterable: object,
    test: null,
  });
}

/** `(a, b) => a - b` is Python's own order; anything else a stable merge. */
function sort({ l, expr, callee, object, args }: MethodCall): PyExpr {
  const direction = naturalOrder(l, expr.args[0]);
  if (direction !== 0 && elementType(callee.object.type).kind === "number") {
    const array = l.once(object);
    const keywords = direction < 0 ? [{ name: "reverse", value: TRUE }] : [];
    l.out.push(py.expression({ kind: "call", callee: py.attribute(array, "sort"), args: [], keywords }));
    return array;
  }
  return l.callHelper("ts_sort", object, ...args);
}

function naturalOrder(l: Lowering, compare: Expr | undefined): -1 | 0 | 1 {
  if (compare?.kind !== "function") return 0;
  const func = l.module.program.functions[compare.func] as Func;
  const body = func.expression;
  if (body?.kind !== "binary" || body.operator !== "-" || body.left.kind !== "name" || body.right.kind !== "name")
    return 0;
  const [a, b] = func.params.map((param) => param.binding);
  if (body.left.binding === a && body.right.binding === b) return 1;
  return body.left.binding === b && body.right.binding === a ? -1 : 0;
}

interface Turn {
  readonly result: PyExpr;
  readonly element: PyExpr;
  readonly index: PyExpr;
}

/** A loop over the array by index, as JavaScript's methods read it: what is pushed meanwhile is not visited. */
function loop(
  { l, expr, callee, object, args }: MethodCall,
  initial: PyExpr,
  turn: (item: () => PyExpr, names: Turn) => PyStmt[],
): PyExpr {
  const callback = expr.args[0] as Expr;
  const array = l.hold(object, callee.object);
  const called = args[0] && l.hold(args[0], callback);
  const result = py.name(l.temporary());
  const names = loopNames(l, callback);
  const call = () => callbackResult(l, callback, called as PyExpr, names);
  const { value: body, statements } = l.capture(() => {
    const item = call();
    return turn(() => item, { result, ...names });
  });
  const inner = [py.assign(names.element, py.index(array, names.index)), ...statements, ...body];
  l.out.push(
    py.assign(result, initial),
    py.for(names.index, py.call("range", py.call("len", array)), inner, expr.span),
  );
  return result;
}

function loopNames(l: Lowering, callback: Expr): { element: PyExpr; index: PyExpr } {
  const inlined = inlineParams(l, callback);
  return { element: inlined?.[0] ?? py.name(l.temporary()), index: inlined?.[1] ?? py.name(l.temporary()) };
}

/** An arrow that is one expression is written into the loop, its parameters being the loop's names. */
function inlineParams(l: Lowering, callback: Expr): PyExpr[] | null {
  const func = inlinable(l, callback);
  if (func === null) return null;
  return func.params.map((param) => py.name(l.inlineName(l.module.program.bindings[param.binding] as Binding)));
}

function inlinable(l: Lowering, callback: Expr): Func | null {
  if (callback.kind !== "function") return null;
  const func = l.module.program.functions[callback.func] as Func;
  const isSimple =
    func.expression !== null &&
    !func.isAsync &&
    func.body.length === 0 &&
    func.params.every((param) => param.default === null && param.parts.length === 0 && !param.rest);
  const isClosed = func.params.every((param) => !l.module.program.bindings[param.binding]?.captured);
  return isSimple && isClosed ? func : null;
}

function callbackResult(l: Lowering, callback: Expr, value: PyExpr, names: { element: PyExpr; index: PyExpr }): PyExpr {
  const func = inlinable(l, callback);
  if (func?.expression) return l.expr(func.expression);
  const signature =
    callback.type.kind === "function" ? l.module.program.signatures[callback.type.signature] : undefined;
  const count = signature?.params.length ?? 1;
  return py.call(value, ...[names.element, names.index].slice(0, count));
}
