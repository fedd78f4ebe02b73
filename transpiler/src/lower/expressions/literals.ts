// Array, record and dictionary literals.
import type { Expr as PyExpr, Stmt as PyStmt } from "../../python/ast.ts";
import type { ExprOf } from "../../tree/nodes.ts";
import { ITERATOR, isIterator } from "../../types/iteration.ts";
import { noneFlavour, optionsOf } from "../../types/type.ts";
import { attributeName } from "../attributes.ts";
import { inOrder, type Key } from "../keyed.ts";
import type { Lowering } from "../lowering.ts";
import { FALSE, py, TRUE } from "../py.ts";
import { listOf } from "./calls.ts";

export function lowerArray(l: Lowering, expr: ExprOf<"array">): PyExpr {
  const items = l.operands(expr.items);
  return expr.type.kind === "tuple" ? py.tuple(items) : listOf(items);
}

/** `{ a, b }` is an instance of a class with these attributes: one class for each list of keys. */
export function lowerRecord(l: Lowering, expr: ExprOf<"record">): PyExpr {
  const values = l.operands(expr.properties.map((property) => property.value));
  const record = optionsOf(expr.type).find((option) => option.kind === "record");
  const name = record?.kind === "record" ? record.name : "Record";
  const keys = expr.properties.map(({ name: key, value }) => keyOf(key, noneFlavour(value.type) === "undefined"));
  const byHand = protocols(l, expr.properties);
  const className = l.module.shape(name, JSON.stringify(keys), (local) => shapeClass(l, local, keys, byHand));
  return py.call(className, ...values);
}

interface AttributeKey extends Key {
  readonly attribute: string;
}

function keyOf(name: string, skip: boolean): AttributeKey {
  return { attribute: attributeName(name), name, skip };
}

/** `_keys = …`: the list of an object's own keys, for the helpers that look at it. */
export function keyList(keys: readonly Key[]): PyStmt {
  const entries = inOrder(keys).map(({ name, skip }) => keyEntry(keyOf(name, skip)));
  return py.assign(py.name("_keys"), py.tuple(entries));
}

function keyEntry({ attribute, name, skip }: AttributeKey): PyExpr {
  if (attribute === name && !skip) return py.str(name);
  return py.tuple([py.str(attribute), py.str(name), skip ? TRUE : FALSE]);
}

/** Python's loops find in the class what JavaScript's protocol names. */
function protocols(l: Lowering, properties: ExprOf<"record">["properties"]): PyExpr[] {
  const members = new Map(properties.map(({ name, value }) => [name, { type: value.type }]));
  return [
    ...(members.has(ITERATOR) ? [l.helper("TsIterable")] : []),
    ...(isIterator(l.module.shared.unifier, members) ? [l.helper("TsIterator")] : []),
  ];
}

function shapeClass(l: Lowering, name: string, keys: readonly AttributeKey[], byHand: readonly PyExpr[]): PyStmt {
  const params = keys.map(({ attribute }) => (attribute === "self" ? "self_" : attribute));
  const assigns = keys.map(({ attribute }, i) =>
    py.assign(py.attribute(py.name("self"), attribute), py.name(params[i] as string)),
  );
  const body: PyStmt[] = [];
  if (l.module.program.keysSeen) body.push(keyList(keys.filter((key) => key.name !== ITERATOR)));
  if (keys.length > 0)
    body.push(
      py.def(
        "__init__",
        ["self", ...params].map((param) => ({ name: param })),
        assigns,
      ),
    );
  return { kind: "class", name, bases: [...recordBase(l), ...byHand], body };
}

/** Optional properties that an object was made without read as None, through a base class that has them all. */
export function recordBase(l: Lowering): PyExpr[] {
  return l.module.program.shapes.some((shape) => [...shape.properties.values()].some((property) => property.optional))
    ? [l.helper("ts_Record")]
    : [];
}
