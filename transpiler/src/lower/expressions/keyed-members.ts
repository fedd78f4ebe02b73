// `object[key]` of declared members: Python's getattr and setattr, with the key as the attribute's name.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { ExprOf } from "../../tree/nodes.ts";
import { optionsOf, type Property, withoutNone } from "../../types/type.ts";
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
  const mayBeNew = l.module.program.keysSeen && membersOf(l, target).some(({ optional }) => optional);
  const name = mayBeNew ? l.once(key) : key;
  const attribute = attributeOf(l, target, name);
  const call = mayBeNew
    ? l.callHelper("ts_put_key", object, attribute, name, value)
    : py.call("setattr", object, attribute, value);
  l.out.push(py.expression(call));
}

/** The attribute under a key; most have the key's own name. */
function attributeOf(l: Lowering, expr: Keyed, key: PyExpr): PyExpr {
  const others = new Set(membersOf(l, expr).flatMap(({ name }) => (attributeName(name) === name ? [] : name)));
  if (others.size === 0) return key;
  const name = l.once(key);
  return [...others].reduce<PyExpr>(
    (rest, other) => py.conditional(py.compare("==", name, py.str(other)), py.str(attributeName(other)), rest),
    name,
  );
}

function membersOf(l: Lowering, { object, names }: Keyed): readonly Property[] {
  const all = optionsOf(withoutNone(object.type)).flatMap((option) => [
    ...(l.module.shared.unifier.members(option)?.values() ?? []),
  ]);
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}
