// `this`, super, and what asks which class made an object.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Binding, Class, ExprOf, ThisForm } from "../../tree/nodes.ts";
import { accessorName, attributeName } from "../attributes.ts";
import type { Lowering } from "../lowering.ts";
import { py, SELF } from "../py.ts";

const CLS: PyExpr = { kind: "name", id: "cls" };

export function lowerThis(l: Lowering, { form, type }: ExprOf<"this">): PyExpr {
  return thisOf(l, type.kind === "class" ? type.classId : 0, form);
}

function thisOf(l: Lowering, classId: number, form: ThisForm): PyExpr {
  if (form === "self") return SELF;
  return form === "cls" ? CLS : classReference(l, classId);
}

export function classReference(l: Lowering, classId: number): PyExpr {
  const { binding } = l.module.program.classes[classId] as Class;
  return l.module.reference(l.module.program.bindings[binding] as Binding);
}

/** In a method itself Python knows the class and the object; in a function within it they must be named. */
export function superOf(l: Lowering, classId: number, form: ThisForm): PyExpr {
  const func = l.func === null ? undefined : l.module.program.functions[l.func];
  if (func?.receiver && form !== "class") return py.call("super");
  return py.call("super", classReference(l, classId), thisOf(l, classId, form));
}

export function lowerSuperMember(l: Lowering, { classId, form, name, isAccessor }: ExprOf<"superMember">): PyExpr {
  const base = superOf(l, classId, form);
  return isAccessor ? py.method(base, accessorName("get", name)) : py.attribute(base, attributeName(name));
}

export function writeSuperMember(l: Lowering, { classId, form, name }: ExprOf<"superMember">, value: PyExpr): void {
  l.out.push(py.expression(py.method(superOf(l, classId, form), accessorName("set", name), value)));
}

/** While the object is being made its class is known already, and the field is not there yet. */
export function lowerHasPrivate(l: Lowering, { object, classId, name }: ExprOf<"hasPrivate">): PyExpr {
  const isField = l.module.program.classes[classId]?.fields.some((field) => field.name === name);
  const value = l.expr(object);
  const kept = isField ? l.once(value) : value;
  const isMade = py.call("isinstance", kept, classReference(l, classId));
  return isField ? py.and(isMade, py.call("hasattr", kept, py.str(attributeName(name)))) : isMade;
}
