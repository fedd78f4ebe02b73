// Array, record and dictionary literals.
import type { Expr as PyExpr, Stmt as PyStmt } from "../../python/ast.ts";
import type { Binding, ExprOf, Func, LiteralMethod } from "../../tree/nodes.ts";
import { ITERATOR, isIterator } from "../../types/iteration.ts";
import { noneFlavour, optionsOf } from "../../types/type.ts";
import { accessorName, attributeName } from "../attributes.ts";
import { define } from "../declarations/function.ts";
import { propertiesOf } from "../declarations/properties.ts";
import { inOrder, type Key } from "../keyed.ts";
import type { Lowering } from "../lowering.ts";
import { FALSE, py, SELF, TRUE } from "../py.ts";
import { listOf } from "./calls.ts";

export function lowerArray(l: Lowering, expr: ExprOf<"array">): PyExpr {
  const isLoopedOver = l.iterating === expr;
  const items = l.operands(expr.items);
  // Nobody else sees what a loop goes over, and MicroPython keeps a tuple of constants with the code.
  return isLoopedOver && !expr.items.some(({ kind }) => kind === "spread") ? py.tuple(items) : listOf(items);
}

/** `{ a, b }` is an instance of a class with these attributes: one class for each list of keys. */
export function lowerRecord(l: Lowering, expr: ExprOf<"record">): PyExpr {
  const values = l.operands(expr.properties.map((property) => property.value));
  const record = optionsOf(expr.type).find((option) => option.kind === "record");
  const name = record?.kind === "record" ? record.name : "Record";
  if (expr.methods.length > 0) return py.call(literalClass(l, expr, name), ...values);
  const keys = expr.properties.map(valueKey);
  const byHand = protocols(l, expr.properties);
  const className = l.module.shape(name, JSON.stringify(keys), (local) => {
    return shapeClass(l, { name: local, values: keys, keys, bases: byHand, members: [] });
  });
  return py.call(className, ...values);
}

/** A literal whose methods use their `this` has a class of its own, where it stands if they use what stands around. */
function literalClass(l: Lowering, expr: ExprOf<"record">, name: string): PyExpr {
  const values = expr.properties.map(valueKey);
  const byName = new Map(values.map((key) => [key.name, key]));
  const keys = expr.keys.map((key) => byName.get(key) ?? keyOf(key, false));
  const make = (local: string) =>
    shapeClass(l, {
      name: local,
      values,
      keys,
      bases: protocols(l, expr.properties),
      members: membersOf(l, expr.methods),
    });
  const isFree = expr.methods.every(({ func }) => usesNothingAround(l, func));
  if (isFree) return py.name(l.module.shape(name, `literal ${expr.id}`, make));
  const local = l.module.ownName(name);
  l.out.push(make(local));
  return py.name(local);
}

function membersOf(l: Lowering, methods: readonly LiteralMethod[]): PyStmt[] {
  const functions = methods.flatMap(({ name, func, accessor }) =>
    define(l, l.module.program.functions[func] as Func, accessor ? accessorName(accessor, name) : attributeName(name)),
  );
  return [...functions, ...propertiesOf(methods)];
}

/** All variables that the function uses are the module's or its own. */
function usesNothingAround(l: Lowering, id: number): boolean {
  const { bindings, functions, uses } = l.module.program;
  const isWithin = (owner: number | null): boolean =>
    owner === id || (owner !== null && isWithin(functions[owner]?.owner ?? null));
  return [...(uses.get(id) ?? [])].every((used) => {
    const { owner, loop } = bindings[used] as Binding;
    return isWithin(owner) || (owner === null && loop === null);
  });
}

interface AttributeKey extends Key {
  readonly attribute: string;
}

function valueKey({ name, value }: ExprOf<"record">["properties"][number]): AttributeKey {
  return keyOf(name, noneFlavour(value.type) === "undefined");
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

interface ShapeClass {
  readonly name: string;
  /** What the constructor takes. */
  readonly values: readonly AttributeKey[];
  readonly keys: readonly AttributeKey[];
  readonly bases: readonly PyExpr[];
  readonly members: readonly PyStmt[];
}

function shapeClass(l: Lowering, { name, values, keys, bases, members }: ShapeClass): PyStmt {
  const params = values.map(({ attribute }) => (attribute === "self" ? "self_" : attribute));
  const assigns = values.map(({ attribute }, i) =>
    py.assign(py.attribute(SELF, attribute), py.name(params[i] as string)),
  );
  const made = ["self", ...params].map((param) => ({ name: param }));
  const body: PyStmt[] = [];
  if (l.module.program.keysSeen) body.push(keyList(keys.filter((key) => key.name !== ITERATOR)));
  if (values.length > 0) body.push(py.def("__init__", made, assigns));
  return { kind: "class", name, bases: [...recordBase(l), ...bases], body: [...body, ...members] };
}

/** Optional properties that an object was made without read as None, through a base class that has them all. */
export function recordBase(l: Lowering): PyExpr[] {
  return l.module.program.shapes.some((shape) => [...shape.properties.values()].some((property) => property.optional))
    ? [l.helper("ts_Record")]
    : [];
}
