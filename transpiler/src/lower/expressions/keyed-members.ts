// `object[key]` of declared members: Python's getattr and setattr, with the key as the attribute's name.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { ExprOf, Program } from "../../tree/nodes.ts";
import { everyExpression } from "../../tree/walk.ts";
import { optionsOf, type Property, withoutNone } from "../../types/type.ts";
import type { Unifier } from "../../types/unify.ts";
import { attributeName } from "../attributes.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";
import { chained } from "./members.ts";

type Keyed = ExprOf<"keyed">;

export function lowerKeyed(l: Lowering, expr: Keyed): PyExpr {
  if (expr.optional)
    return chained(l, expr.object, true, (object) =>
      py.call("getattr", object, attributeOf(l, expr, l.expr(expr.key))),
    );
  const [object, key] = l.operands([expr.object, expr.key]) as [PyExpr, PyExpr];
  return py.call("getattr", object, attributeOf(l, expr, key));
}

export function writeKeyed(l: Lowering, target: Keyed, object: PyExpr, key: PyExpr, value: PyExpr): void {
  const mayBeNew =
    l.module.program.keysSeen && membersOf(l.module.shared.unifier, target).some(({ optional }) => optional);
  const name = mayBeNew ? l.once(key) : key;
  const attribute = attributeOf(l, target, name);
  const call = mayBeNew
    ? l.callHelper("ts_put_key", object, attribute, name, value)
    : py.call("setattr", object, attribute, value);
  l.out.push(py.expression(call));
}

/** The attribute under a key; most have the key's own name. */
function attributeOf(l: Lowering, expr: Keyed, key: PyExpr): PyExpr {
  const others = new Set(
    membersOf(l.module.shared.unifier, expr).flatMap(({ name }) => (attributeName(name) === name ? [] : name)),
  );
  if (others.size === 0) return key;
  const name = l.once(key);
  return [...others].reduce<PyExpr>(
    (rest, other) => py.conditional(py.compare("==", name, py.str(other)), py.str(attributeName(other)), rest),
    name,
  );
}

/** The attributes that the program reaches by a key, which may be put together: all where the object may be any. */
export function keyedMembers(program: Program, unifier: Unifier): ReadonlySet<string> {
  const found = new Set<string>();
  const all = () => [
    ...program.shapes.flatMap(({ properties }) => [...properties.keys()]),
    ...program.classes.flatMap(({ members }) => [...members.keys()]),
  ];
  everyExpression(program, (expr) => {
    if (expr.kind !== "keyed") return;
    const isOpen = optionsOf(withoutNone(expr.object.type)).some(({ kind }) => kind === "parameter");
    const names = isOpen ? all() : membersOf(unifier, expr).map(({ name }) => name);
    for (const name of names) found.add(attributeName(name));
  });
  return found;
}

function membersOf(unifier: Unifier, { object, names }: Keyed): readonly Property[] {
  const all = optionsOf(withoutNone(object.type)).flatMap((option) => [...(unifier.members(option)?.values() ?? [])]);
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}
