// Classes: a constructor that gives the fields their values in JavaScript's order, methods as they are, getters and
// setters as methods, and as properties where something else may stand under the same name.
import type { Expr as PyExpr, Stmt as PyStmt } from "../../python/ast.ts";
import type { Binding, Class, Expr, ExprOf, Func, Method } from "../../tree/nodes.ts";
import { isIterator } from "../../types/iteration.ts";
import { accessorName, attributeName } from "../attributes.ts";
import { keyList, recordBase } from "../expressions/literals.ts";
import { errorClass } from "../expressions/operators.ts";
import { keysOf } from "../keyed.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";
import { earlyReads, initialiseFields, initialiseParameterProperties } from "./fields.ts";
import { define, MORE, widest } from "./function.ts";
import { propertiesOf } from "./properties.ts";
import { classReference } from "./super.ts";

export function lowerClass(l: Lowering, id: number, base: Expr | null): void {
  const made = l.module.program.classes[id] as Class;
  const name = l.module.shared.names.of(l.module.program.bindings[made.binding] as Binding);
  const bases = basesOf(l, made, base);
  const methods = made.methods.flatMap((method) => lowerMethod(l, method));
  const keys = l.module.shared.keyed.has(made) ? [keyList(keysOf(l.module.program, made))] : [];
  const body = [...keys, ...earlyReads(l, made), ...lowerConstructor(l, made), ...methods, ...properties(l, made)];
  l.out.push({ kind: "class", name, bases, body, span: made.span });
}

export function lowerClassExpression(l: Lowering, { classId, base, statics }: ExprOf<"class">): PyExpr {
  lowerClass(l, classId, base);
  l.statements(statics);
  return classReference(l, classId);
}

function basesOf(l: Lowering, made: Class, base: Expr | null): PyExpr[] {
  if (made.base?.kind === "error") return [errorClass(l, made.base.name)];
  if (base) return [l.expr(base)];
  const { unifier } = l.module.shared;
  const byHand = isIterator(unifier, made.members) ? [l.helper("TsIterator")] : [];
  return [...(unifier.classesSeenAsRecords.has(made.id) ? recordBase(l) : []), ...byHand];
}

function lowerMethod(l: Lowering, { name, func: id, accessor, isStatic, isPrivate }: Method): PyStmt[] {
  const func = l.module.program.functions[id] as Func;
  const made = define(l, func, accessor ? accessorName(accessor, name) : attributeName(name));
  if (!isStatic) return made.map((one) => (isPrivate && one.kind === "def" ? { ...one, isPrivate } : one));
  const decorators = [py.name(func.receiver ? "classmethod" : "staticmethod")];
  return made.map((statement) => (statement.kind === "def" ? { ...statement, decorators } : statement));
}

/** Of the getters and setters that are properties, in each class that has its own. */
function properties(l: Lowering, made: Class): PyStmt[] {
  const isProperty = ({ name }: Method) =>
    l.module.program.slots.form(made.members.get(name)?.slot ?? null) === "property";
  return propertiesOf(made.methods.filter((method) => !method.isStatic && isProperty(method)));
}

function lowerConstructor(l: Lowering, made: Class): PyStmt[] {
  const func = l.module.program.functions[made.constructorFunc] as Func;
  const values = made.fields.flatMap(({ value }) => value ?? []);
  if (!made.hasConstructor) return implicitConstructor(l, made, func, values);
  // Those of a class with a base follow super(…).
  const isFirst = made.base === null;
  return define(l, func, "__init__", {
    values,
    first: (inner) => isFirst && initialiseFields(inner, made.id),
    then: (inner) => isFirst && initialiseParameterProperties(inner, made.id),
  });
}

const MORE_OF_THEM: PyExpr = { kind: "star", value: py.name(MORE) };

/** Takes what the base's constructor takes, or what a caller may give that knows only the type of a constructor. */
function implicitConstructor(l: Lowering, made: Class, func: Func, values: readonly Expr[]): PyStmt[] {
  const isOpen = l.module.isVariadic(func.signature);
  const count = widest(l, func.signature);
  const isNeeded =
    made.fields.some(({ value, isLate }) => value !== null || !isLate) || (made.base === null && (isOpen || count > 0));
  if (!isNeeded) return [];
  const names = isOpen ? [MORE_OF_THEM] : Array.from({ length: count }, (_, i) => py.name(`_${i}`));
  const first = (inner: Lowering) => {
    if (made.base !== null) inner.out.push(py.expression(py.method(py.call("super"), "__init__", ...names)));
    initialiseFields(inner, made.id);
  };
  return define(l, func, "__init__", { values, first });
}
