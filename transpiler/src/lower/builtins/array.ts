// Methods of arrays, but for those that take a function.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr } from "../../tree/nodes.ts";
import { optionsOf } from "../../types/type.ts";
import { listOf } from "../expressions/calls.ts";
import { likeness } from "../expressions/equality.ts";
import { describe, isPrintable, noText, toText } from "../expressions/text.ts";
import { NONE, py, readsNames } from "../py.ts";
import { ARRAY_CALLBACKS } from "./array-callbacks.ts";
import { elementType } from "./array-elements.ts";
import { sort, toSorted } from "./array-sort.ts";
import type { Method, MethodCall } from "./methods.ts";

const helper =
  (name: string): Method =>
  ({ l, object, args }) =>
    l.callHelper(name, object, ...args);

export const ARRAY: Record<string, Method> = {
  ...ARRAY_CALLBACKS,
  at: helper("ts_at_end"),
  concat,
  copyWithin: helper("ts_copy_within"),
  entries: ({ object }) => py.call("enumerate", object),
  fill: helper("ts_fill"),
  flat: ({ l, object }) => l.callHelper("ts_flat", object),
  includes: (call) => {
    const { l, callee, object, args } = call;
    if (args.length === 1 && likenessIn(call) === "value")
      return py.compare("in", args[0] as PyExpr, ...(l.early([object], [callee.object], args) as [PyExpr]));
    return py.compare(">=", ARRAY.indexOf?.(call) ?? NONE, py.int(0));
  },
  indexOf: search({ value: "ts_index_of_item", identity: "ts_index_of_is", mixed: "ts_index_of_same" }),
  join,
  keys: helper("ts_keys"),
  lastIndexOf: search({
    value: "ts_last_index_of_item",
    identity: "ts_last_index_of_is",
    mixed: "ts_last_index_of_same",
  }),
  pop: helper("ts_pop"),
  push,
  reverse: helper("ts_reverse"),
  shift: helper("ts_shift"),
  slice: ({ object, args }) => py.slice(object, args[0] ?? null, args[1] ?? null),
  sort,
  splice,
  toReversed: ({ object }) => py.call("list", py.call("reversed", object)),
  toSorted,
  unshift,
  values: ({ object }) => py.call("iter", object),
  with: helper("ts_with"),
};

/** How the elements of an array are compared with what is searched for. */
function likenessIn({ callee, expr }: MethodCall): ReturnType<typeof likeness> {
  return likeness([elementType(callee.object.type), (expr.args[0] as Expr).type]);
}

function search(helpers: Readonly<Record<ReturnType<typeof likeness>, string>>): Method {
  return (call) => {
    call.l.module.refuseIdentity(elementType(call.callee.object.type), call.expr.span);
    return call.l.callHelper(helpers[likenessIn(call)], call.object, ...call.args);
  };
}

/** An array gives its items, anything else is one. */
function concat({ expr, object, args }: MethodCall): PyExpr {
  if (args.length === 0) return py.slice(object, null, null);
  return args.reduce(
    (left, arg, i) => py.binary("+", left, expr.args[i]?.type.kind === "array" ? arg : py.list([arg])),
    object,
  );
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
  const [only] = args;
  if (args.length === 1 && only && only.kind !== "star")
    l.out.push(py.expression(py.method(array, "insert", py.int(0), only)));
  else l.out.push(py.assign(py.slice(array, py.int(0), py.int(0)), listOf(args)));
  return l.wantsValue ? py.call("len", array) : NONE;
}

function splice({ l, object, args }: MethodCall): PyExpr {
  const [start, count, ...items] = args;
  return l.callHelper(
    "ts_splice",
    object,
    ...[start, count].flatMap((arg) => arg ?? []),
    ...(items.length > 0 ? [listOf(items)] : []),
  );
}

function join({ l, expr, callee, object: given, args }: MethodCall): PyExpr {
  const separator = args[0] ?? py.str(",");
  const [object] = l.early([given], [callee.object], args) as [PyExpr];
  const element = elementType(callee.object.type);
  if (element.kind === "string") return py.method(separator, "join", object);
  const kinds = optionsOf(element).map((option) => option.kind);
  if ((kinds.includes("array") || kinds.includes("tuple")) && isPrintable(element))
    return l.callHelper("ts_list_text", object, separator);
  if (kinds.length > 1 || kinds[0] === "none" || kinds[0] === "never") {
    const unsafe = optionsOf(element).find(
      ({ kind }) => !["string", "number", "boolean", "none", "never"].includes(kind),
    );
    if (unsafe) l.module.report(expr.span, noText(unsafe, `an array of ${describe(unsafe)}`));
    return l.callHelper("ts_join", object, separator);
  }
  if (element.kind === "number") return py.method(separator, "join", py.call("map", py.name("str"), object));
  if (element.kind !== "boolean") {
    l.module.report(expr.span, noText(element, `an array of ${describe(element)}`));
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
