// What an object gets when its class makes it: the values of its fields, then the parameters that are fields too.
import type { Stmt as PyStmt } from "../../python/ast.ts";
import { changesObjects, writtenBy } from "../../ranges/written.ts";
import type { Binding, Class, Expr, Func } from "../../tree/nodes.ts";
import { noneFlavour } from "../../types/type.ts";
import { attributeName } from "../attributes.ts";
import type { Lowering } from "../lowering.ts";
import { NONE, py, SELF } from "../py.ts";

export function initialiseFields(l: Lowering, classId: number): void {
  const made = l.module.program.classes[classId] as Class;
  for (const { name, value, isLate, span } of made.fields) {
    // Reading one that the program never set must stop, not give undefined.
    if (isLate && value === null) continue;
    l.out.push(py.assign(py.attribute(SELF, attributeName(name)), value ? l.expr(value) : NONE, span));
  }
}

export function initialiseParameterProperties(l: Lowering, classId: number): void {
  const made = l.module.program.classes[classId] as Class;
  const func = l.module.program.functions[made.constructorFunc] as Func;
  for (const name of made.parameterProperties) {
    const binding = func.params
      .map((param) => l.module.program.bindings[param.binding] as Binding)
      .find((one) => one.name === name) as Binding;
    l.out.push(
      py.assign(py.attribute(SELF, attributeName(name)), py.name(l.module.shared.names.of(binding)), binding.span),
    );
  }
}

/** `name = None` in the class: a method that runs before the field has its value reads undefined there. */
export function earlyReads(l: Lowering, made: Class): PyStmt[] {
  const { classes } = l.module.program;
  const inherits = made.base?.kind === "class" && makingCalls(l, classes[made.base.id] as Class);
  const firstCall = made.fields.findIndex((one) => callsIn([one.value]));
  return made.fields.flatMap(({ name, type, isLate, span }, i) => {
    const isRead = inherits || (firstCall >= 0 && firstCall < i);
    const mayBeAbsent = noneFlavour(type) === "undefined" && !name.startsWith("#") && !isLate;
    return isRead && mayBeAbsent ? [py.assign(py.name(attributeName(name)), NONE, span)] : [];
  });
}

function callsIn(values: readonly (Expr | null)[]): boolean {
  return changesObjects(writtenBy([], ...values));
}

/** Making an object of the class calls something, which may be a method of a class below. */
function makingCalls(l: Lowering, made: Class): boolean {
  const { classes, functions } = l.module.program;
  const func = functions[made.constructorFunc] as Func;
  const inherits = made.base?.kind === "class" && makingCalls(l, classes[made.base.id] as Class);
  const runs = changesObjects(writtenBy(func.body, ...func.params.map((param) => param.default)));
  return inherits || runs || callsIn(made.fields.map((one) => one.value));
}
