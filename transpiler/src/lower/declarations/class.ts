// Classes: fields in __init__, in JavaScript's order (base, fields, parameter properties, body); methods as they are.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr, Param as PyParam, Stmt as PyStmt } from "../../python/ast.ts";
import { writtenBy } from "../../ranges/written.ts";
import type { Binding, Class, Expr, Func, Stmt } from "../../tree/nodes.ts";
import { recordBase } from "../expressions/literals.ts";
import { errorClass } from "../expressions/operators.ts";
import { Lowering } from "../lowering.ts";
import { attributeName } from "../names.ts";
import { NONE, py, SELF } from "../py.ts";
import { declareOuterNames, define } from "./function.ts";

export function lowerClass(l: Lowering, id: number): void {
  const made = l.module.program.classes[id] as Class;
  const name = l.module.shared.names.of(l.module.program.bindings[made.binding] as Binding);
  refuseSeenAccessors(l, made);
  const body = [...lowerConstructor(l, made), ...made.methods.flatMap((method) => lowerMethod(l, method))];
  l.out.push({ kind: "class", name, bases: bases(l, made), body, span: made.span });
  for (const field of made.fields.filter((one) => one.isStatic)) {
    const value = field.value ? l.expr(field.value) : NONE;
    l.out.push(py.assign(py.attribute(py.name(name), attributeName(field.name)), value, field.span));
  }
}

/** An accessor is a method on the device; what an interface reads as a property must be one. */
function refuseSeenAccessors(l: Lowering, made: Class): void {
  for (const shape of l.module.shared.unifier.classesSeenAsRecords.get(made.id) ?? []) {
    for (const name of made.accessors) {
      if (!l.module.program.shapes[shape]?.properties.has(name)) continue;
      l.module.report(
        made.span,
        findings.library(
          `The accessor ${name}, which an interface reads as a property,`,
          "Make it a field or a method.",
        ),
      );
    }
  }
}

function bases(l: Lowering, made: Class): PyExpr[] {
  if (made.base?.kind === "error") return [errorClass(l, made.base.name)];
  if (made.base?.kind === "class") {
    const base = l.module.program.classes[made.base.id] as Class;
    return [l.module.reference(l.module.program.bindings[base.binding] as Binding)];
  }
  return l.module.shared.unifier.classesSeenAsRecords.has(made.id) ? recordBase(l) : [];
}

function lowerMethod(l: Lowering, method: Class["methods"][number]): PyStmt[] {
  const func = l.module.program.functions[method.func] as Func;
  const name = method.accessor ? `${method.accessor}_${attributeName(method.name)}` : attributeName(method.name);
  const made = define(l, method.isStatic ? { ...func, method: false } : func, name);
  if (!method.isStatic) return made;
  return made.map((statement) =>
    statement.kind === "def" ? { ...statement, decorators: [py.name("staticmethod")] } : statement,
  );
}

function lowerConstructor(l: Lowering, made: Class): PyStmt[] {
  const fields = made.fields.filter((field) => !field.isStatic);
  if (made.constructorFunc === null) return fields.length === 0 ? [] : [implicitConstructor(l, made, fields)];
  const func = l.module.program.functions[made.constructorFunc] as Func;
  const [head, tail] = splitAtSuper(func.body);
  const besides = fields.flatMap((field) => field.value ?? []);
  const whole = { ...func, body: [...head, ...tail] };
  const defined = define(l, whole, "__init__", besides)[0] as Extract<PyStmt, { kind: "def" }>;
  const inner = new Lowering(l.module, func.id);
  for (const field of fields) initialise(inner, field.name, field.value);
  for (const name of made.parameterProperties) {
    const binding = func.params
      .map((param) => l.module.program.bindings[param.binding] as Binding)
      .find((one) => one.name === name) as Binding;
    inner.out.push(py.assign(py.attribute(SELF, attributeName(name)), py.name(l.module.shared.names.of(binding))));
  }
  const at = insertionPoint(defined.body, made);
  const body = [...defined.body.slice(0, at), ...inner.out, ...defined.body.slice(at)];
  return body.length === 0 ? [] : [{ ...defined, body }];
}

/** `super(…)` is a statement of its own in every constructor that TypeScript accepts with fields to set. */
function splitAtSuper(body: readonly Stmt[]): [readonly Stmt[], readonly Stmt[]] {
  const at = body.findIndex((statement) => statement.kind === "expression" && statement.value.kind === "superCall") + 1;
  return [body.slice(0, at), body.slice(at)];
}

/** Fields are set after super(…), or first of all; defaults of parameters come before. */
function insertionPoint(body: readonly PyStmt[], made: Class): number {
  const isSuper = (statement: PyStmt) =>
    statement.kind === "expression" &&
    statement.value.kind === "call" &&
    statement.value.callee.kind === "attribute" &&
    statement.value.callee.name === "__init__";
  if (made.base !== null) return body.findIndex(isSuper) + 1;
  const isDefault = (statement: PyStmt) =>
    statement.kind === "if" &&
    statement.test.kind === "compare" &&
    statement.test.operator === "is" &&
    statement.span === undefined;
  const isHead = (statement: PyStmt) => isDefault(statement) || ["global", "nonlocal"].includes(statement.kind);
  const first = body.findIndex((statement) => !isHead(statement));
  return first < 0 ? body.length : first;
}

function initialise(l: Lowering, name: string, value: Expr | null): void {
  l.out.push(py.assign(py.attribute(SELF, attributeName(name)), value ? l.expr(value) : NONE, value?.span));
}

/** No variable belongs to a constructor that nobody wrote. */
const NO_FUNCTION = -1;

function implicitConstructor(l: Lowering, made: Class, fields: Class["fields"]): PyStmt {
  const inner = new Lowering(l.module, null);
  declareOuterNames(inner, NO_FUNCTION, writtenBy([], ...fields.map((field) => field.value)));
  const params: PyParam[] = [{ name: "self" }];
  if (made.base !== null) {
    const count = made.base.kind === "error" ? 1 : inheritedParams(l, made.base.id);
    const names = Array.from({ length: count }, (_, i) => `_${i}`);
    params.push(...names.map((name) => ({ name, default: NONE })));
    inner.out.push(py.expression(py.method(py.call("super"), "__init__", ...names.map(py.name))));
  }
  for (const field of fields) initialise(inner, field.name, field.value);
  return py.def("__init__", params, inner.out, made.span);
}

function inheritedParams(l: Lowering, id: number): number {
  const made = l.module.program.classes[id] as Class;
  if (made.constructorFunc !== null) return (l.module.program.functions[made.constructorFunc] as Func).params.length;
  if (made.base === null) return 0;
  return made.base.kind === "error" ? 1 : inheritedParams(l, made.base.id);
}
