// The methods of arrays that take a function: loops by index, as JavaScript reads the array. What the function adds to
// the array has no turn. Where nothing can be added or taken away, Python's own loop over the items does the same.
import type { Expr as PyExpr, Stmt as PyStmt } from "../../python/ast.ts";
import { mentions, nodesOf, substitute } from "../../tidy/walk.ts";
import type { Expr } from "../../tree/nodes.ts";
import { optionsOf, type Type } from "../../types/type.ts";
import type { Lowering } from "../lowering.ts";
import { acts, FALSE, isPlain, NONE, py, TRUE, yields } from "../py.ts";
import { Callback, changesNothing, isInlined } from "./callbacks.ts";
import type { Method, MethodCall } from "./methods.ts";

type PyName = Extract<PyExpr, { kind: "name" }>;

/** What a turn of the loop can use: `value` is the callback's result, `test` its truth. */
interface Turn {
  readonly l: Lowering;
  readonly result: PyExpr;
  readonly element: PyExpr;
  readonly index: PyExpr;
  readonly value: () => PyExpr;
  readonly test: () => PyExpr;
  readonly returns: Type;
}

interface Plan {
  /** What the result is before the first turn; null where there is none. */
  readonly initial: PyExpr | null;
  readonly backwards?: boolean;
  /** Whether JavaScript leaves out items that are gone by their turn; the others would see undefined. */
  readonly skipsMissing: boolean;
  readonly turn: (turn: Turn) => PyStmt[];
}

const stopWith = (result: PyExpr, value: PyExpr): PyStmt[] => [py.assign(result, value), { kind: "break" }];
const done = (value: PyExpr): PyStmt[] => (isPlain(value) ? [] : [py.expression(value)]);
const add = (list: PyExpr, item: PyExpr): PyStmt => py.expression(py.method(list, "append", item));

const PLANS: Record<string, Plan> = {
  map: { initial: py.list([]), skipsMissing: false, turn: ({ result, value }) => [add(result, value())] },
  flatMap: { initial: py.list([]), skipsMissing: true, turn: flatten },
  filter: {
    initial: py.list([]),
    skipsMissing: true,
    turn: ({ result, element, test }) => [py.if(test(), [add(result, element)])],
  },
  forEach: { initial: null, skipsMissing: true, turn: ({ value }) => done(value()) },
  some: { initial: FALSE, skipsMissing: true, turn: ({ result, test }) => [py.if(test(), stopWith(result, TRUE))] },
  every: {
    initial: TRUE,
    skipsMissing: true,
    turn: ({ result, test }) => [py.if(py.not(test()), stopWith(result, FALSE))],
  },
  find: search(NONE, "element", false),
  findIndex: search(py.int(-1), "index", false),
  findLast: search(NONE, "element", true),
  findLastIndex: search(py.int(-1), "index", true),
};

function search(initial: PyExpr, found: "element" | "index", backwards: boolean): Plan {
  return {
    initial,
    backwards,
    skipsMissing: false,
    turn: (turn) => [py.if(turn.test(), stopWith(turn.result, turn[found]))],
  };
}

/** An array gives its items, anything else is one. */
function flatten({ l, result, value, returns }: Turn): PyStmt[] {
  const kinds = optionsOf(returns).map((option) => option.kind === "array" || option.kind === "tuple");
  const extend = (items: PyExpr) => py.expression(py.method(result, "extend", items));
  if (kinds.every(Boolean)) return [extend(value())];
  if (!kinds.some(Boolean)) return [add(result, value())];
  const one = l.once(value());
  const isList = py.call("isinstance", one, py.tuple([py.name("list"), py.name("tuple")]));
  return [py.if(isList, [extend(one)], [add(result, one)])];
}

export const ARRAY_CALLBACKS: Record<string, Method> = {
  ...Object.fromEntries(Object.entries(PLANS).map(([name, plan]) => [name, (call: MethodCall) => loop(call, plan)])),
  reduce: (call) => reduce(call, false),
  reduceRight: (call) => reduce(call, true),
};

/** Arguments that are written into the loop are not lowered as values. */
export function isWrittenIn(l: Lowering, name: string, arg: Expr): boolean {
  return name in ARRAY_CALLBACKS && isInlined(l, arg);
}

function loop({ l, expr, callee, object, args }: MethodCall, plan: Plan): PyExpr {
  // The copy that `[...items].map(f)` makes is needed where f could change the items.
  const original = changesNothing(l, expr.args[0] as Expr) ? copied(object) : null;
  let array = original ?? l.hold(object, callee.object);
  const result = plan.initial ? py.name(l.temporary()) : NONE;
  const callback = new Callback(l, expr.args[0] as Expr, args[0] && l.hold(args[0], expr.args[0] as Expr));
  const [element, index] = callback.names(2) as [PyName, PyName];
  const given = [element, index, array];
  const { value: body, statements } = l.capture(() =>
    plan.turn({
      l,
      result,
      element,
      index,
      value: () => callback.result(given),
      test: () => callback.test(given),
      returns: callback.returns,
    }),
  );
  if (!plan.backwards && (callback.isHarmless || isFresh(object)) && !mentions([statements, body], index.id)) {
    const built = comprehension(l, plan, element, callback.itemName, [...statements, ...body], array);
    if (original && built?.kind === "call") return object;
    // A copy of what nobody else has is that itself.
    if (built) return built.kind === "call" && isFresh(object) ? array : built;
    if (plan.initial) l.out.push(py.assign(result, plan.initial));
    l.out.push(py.for(element, array, [...statements, ...body], expr.span));
    return result;
  }
  if (original) array = l.hold(object, callee.object);
  const size = py.call("len", array);
  const indexes = plan.backwards ? downFrom(py.binary("-", size, py.int(1))) : py.call("range", size);
  const first = [...guard(callback, plan.skipsMissing, array, index), py.assign(element, py.index(array, index))];
  if (plan.initial) l.out.push(py.assign(result, plan.initial));
  l.out.push(py.for(index, indexes, [...first, ...statements, ...body], expr.span));
  return result;
}

/** What `list(items)` is a copy of; null for anything else. */
function copied(array: PyExpr): PyExpr | null {
  const [items] = array.kind === "call" && isFresh(array) ? array.args : [];
  return items && isPlain(items) ? items : null;
}

/** Nobody else has it. */
function isFresh(array: PyExpr): boolean {
  if (array.kind === "call") return array.callee.kind === "name" && array.callee.id === "list";
  return array.kind === "list" || array.kind === "listComp" || array.kind === "slice";
}

/**
 * `[value for element in array if test]`, unless it would make closures of the function's variables, or stand as a frame of
 * its own below what it calls.
 */
function comprehension(
  l: Lowering,
  plan: Plan,
  element: PyName,
  name: string | null,
  body: readonly PyStmt[],
  array: PyExpr,
): PyExpr | null {
  const [only] = body;
  if (body.length !== 1 || only === undefined || yields(body)) return null;
  const [test, adding] = only.kind === "if" ? [only.test, only.then[0]] : [null, only];
  if ((plan !== PLANS.map && plan !== PLANS.filter) || adding?.kind !== "expression") return null;
  const value = adding.value.kind === "call" ? adding.value.args[0] : undefined;
  if (value === undefined || acts(value) || (test && acts(test)) || closesOver(l, [test, value], element.id))
    return null;
  if (test === null && value.kind === "name" && value.id === element.id) return py.listFrom(array);
  // Its variable is its own: the author's name will do, unless that is another's here.
  const target = name === null || mentions([test, value], name) ? element : py.name(name);
  const named = (expr: PyExpr) => substitute(expr, element.id, target);
  return { kind: "listComp", value: named(value), target, iterable: array, test: test && named(test) };
}

function closesOver(l: Lowering, parts: unknown, element: string): boolean {
  return nodesOf(parts).some(
    ({ kind, id }) =>
      kind === "walrus" || kind === "lambda" || (kind === "name" && id !== element && l.isOwnName(id as string)),
  );
}

function reduce({ l, expr, callee, object, args }: MethodCall, backwards: boolean): PyExpr {
  const array = l.hold(object, callee.object);
  const [source, seed] = expr.args as [Expr, Expr | undefined];
  const isIn = isWrittenIn(l, "reduce", source);
  const start = seed ? args[isIn ? 0 : 1] : undefined;
  const callback = new Callback(l, source, isIn ? undefined : l.hold(args[0] as PyExpr, source));
  const [result, element, index] = callback.names(3) as [PyExpr, PyExpr, PyExpr];
  l.out.push(py.assign(result, start ?? l.callHelper("ts_reduced", array, py.int(backwards ? -1 : 0))));
  const { value, statements } = l.capture(() => callback.result([result, element, index, array]));
  if (start && !backwards && callback.isHarmless && !mentions([statements, value], (index as PyName).id)) {
    l.out.push(py.for(element, array, [...statements, py.assign(result, value)], expr.span));
    return result;
  }
  const size = py.call("len", array);
  const upwards = py.call("range", ...(start ? [] : [py.int(1)]), size);
  const indexes = backwards ? downFrom(py.binary("-", size, py.int(start ? 1 : 2))) : upwards;
  const first = [...guard(callback, true, array, index), py.assign(element, py.index(array, index))];
  l.out.push(py.for(index, indexes, [...first, ...statements, py.assign(result, value)], expr.span));
  return result;
}

function downFrom(last: PyExpr): PyExpr {
  return py.call("range", last, py.int(-1), py.int(-1));
}

/** Where the callback may take items off the array, those that are gone have no turn. */
function guard(callback: Callback, skips: boolean, array: PyExpr, index: PyExpr): PyStmt[] {
  if (!skips || callback.isHarmless) return [];
  return [py.if(py.compare(">=", index, py.call("len", array)), [{ kind: "continue" }])];
}
