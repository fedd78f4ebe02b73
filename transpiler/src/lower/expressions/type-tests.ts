// typeof x === "string" and its kin, as tests of Python's types.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { own } from "../../tree/own.ts";
import { optionsOf } from "../../types/type.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";

/** Python's type for what typeof names. MicroPython does not count booleans as integers. */
const PYTHON_TYPES: Record<string, string> = { string: "str", number: "int", boolean: "bool" };

export function lowerTypeTest(l: Lowering, expr: ExprOf<"binary">): PyExpr | null {
  if (expr.operator !== "===" && expr.operator !== "!==") return null;
  const [test, name] = expr.left.kind === "typeof" ? [expr.left, expr.right] : [expr.right, expr.left];
  if (test.kind !== "typeof" || name.kind !== "string") return null;
  const result = typeTest(l, test.operand, name.value);
  return expr.operator === "===" ? result : py.not(result);
}

function typeTest(l: Lowering, operand: Expr, name: string): PyExpr {
  const value = l.expr(operand);
  const type = own(PYTHON_TYPES, name);
  if (type !== undefined) return py.call("isinstance", value, py.name(type));
  const flavours = optionsOf(operand.type).flatMap((option) => (option.kind === "none" ? [option.flavour] : []));
  if (name === "undefined") {
    if (flavours.includes("null")) l.module.report(operand.span, findings.otherNone("undefined", "null"));
    return py.isNone(value);
  }
  if (name === "object") return objectTest(l, operand, value);
  if (
    name === "function" &&
    optionsOf(operand.type).every((option) => option.kind === "function" || option.kind === "none")
  )
    return py.isNotNone(value);
  l.module.report(operand.span, findings.library(`typeof … === "${name}" here`, "Test for the other possibilities."));
  return value;
}

/** Arrays, records and null are objects: everything but texts, numbers, booleans, functions and undefined. */
function objectTest(l: Lowering, operand: Expr, value: PyExpr): PyExpr {
  const options = optionsOf(operand.type);
  const unclear = options.some(
    (option) =>
      option.kind === "function" ||
      option.kind === "unknown" ||
      (option.kind === "none" && option.flavour === "undefined"),
  );
  if (unclear)
    l.module.report(
      operand.span,
      findings.library('typeof … === "object" of this value', "Test for the other possibilities."),
    );
  return py.not(py.call("isinstance", value, py.tuple([py.name("str"), py.name("int"), py.name("bool")])));
}
