// Methods of Map and Set.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr } from "../../tree/nodes.ts";
import { type Type, withoutNone } from "../../types/type.ts";
import { NONE, py } from "../py.ts";
import { Callback } from "./callbacks.ts";
import type { Method, MethodCall } from "./methods.ts";

/** The entry of a Set: the item twice. */
const PAIR = py.lambda([{ name: "x" }], py.tuple([py.name("x"), py.name("x")]));

/** The Python method of the same meaning. */
const same =
  (name: string): Method =>
  ({ l, expr, callee, object, args }) => {
    if (name !== "clear") l.module.refuseIdentity(keyOf(callee), expr.span);
    return py.method(object, name, ...args);
  };

/** What the collection finds its entries by. */
function keyOf({ object }: MethodCall["callee"]): Type {
  const type = withoutNone(object.type);
  if (type.kind === "map") return type.key;
  return type.kind === "set" ? type.item : type;
}

export const COLLECTION: Record<string, Method> = {
  ...Object.fromEntries(["get", "set", "delete", "clear", "add"].map((name) => [name, same(name)])),
  keys: ({ callee, object }) => (isMap(callee) ? walk(object, 0) : py.method(object, "values")),
  values: ({ callee, object }) => (isMap(callee) ? walk(object, 1) : py.method(object, "values")),
  entries: ({ callee, object }) =>
    isMap(callee) ? walk(object, 2) : py.call("map", PAIR, py.method(object, "values")),
  has: ({ l, expr, callee, object, args }) => {
    l.module.refuseIdentity(keyOf(callee), expr.span);
    const [collection] = l.early([object], [callee.object], args) as [PyExpr];
    return py.compare("in", args[0] as PyExpr, py.attribute(collection, "d"));
  },
  forEach,
};

function isMap({ object }: MethodCall["callee"]): boolean {
  return withoutNone(object.type).kind === "map";
}

function walk(object: PyExpr, part: number): PyExpr {
  return py.method(object, "walk", py.int(part));
}

/** The function gets the value, the key (of a Set the value again) and the collection. */
function forEach({ l, expr, callee, object, args }: MethodCall): PyExpr {
  const collection = l.hold(object, callee.object);
  const callback = new Callback(l, expr.args[0] as Expr, args[0] && l.hold(args[0], expr.args[0] as Expr));
  const [value, key] = callback.names(2) as [PyExpr, PyExpr];
  const holdsKeys = isMap(callee);
  const { value: result, statements } = l.capture(() => callback.result([value, holdsKeys ? key : value, collection]));
  const [target, source] = holdsKeys
    ? [py.tuple([key, value]), walk(collection, 2)]
    : [value, py.method(collection, "values")];
  l.out.push(py.for(target, source, [...statements, py.expression(result)], expr.span));
  return NONE;
}
