// Properties of the library's values: length, size, Math's and Number's constants, members of MicroPython's objects.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { ExprOf } from "../../tree/nodes.ts";
import { own } from "../../tree/own.ts";
import { withoutNone } from "../../types/type.ts";
import { describe } from "../expressions/text.ts";
import type { Lowering } from "../lowering.ts";
import { isPlain, py } from "../py.ts";
import { isUnits } from "./plain-text.ts";

const CONSTANTS: Record<string, number> = {
  "Number.MAX_SAFE_INTEGER": Number.MAX_SAFE_INTEGER,
  "Number.MIN_SAFE_INTEGER": Number.MIN_SAFE_INTEGER,
};

export function libraryProperty(l: Lowering, expr: ExprOf<"member">, object: PyExpr): PyExpr {
  const type = withoutNone(expr.object.type);
  if (expr.object.kind === "builtin" && expr.object.module === null) {
    const value = own(CONSTANTS, `${expr.object.name}.${expr.name}`);
    if (value !== undefined) return py.int(value);
  }
  if (expr.name === "length") {
    const { low, high } = l.range(expr);
    if (low === high && isPlain(object)) return py.int(low);
    if (type.kind === "string")
      return isUnits(l, expr.object) ? py.call("len", object) : l.callHelper("ts_len", object);
    if (type.kind === "array" || type.kind === "bytes" || type.kind === "tuple") return py.call("len", object);
  }
  if (expr.name === "size" && (type.kind === "map" || type.kind === "set"))
    return py.call("len", py.attribute(object, "d"));
  if (type.kind === "host" || (expr.object.kind === "builtin" && expr.object.module !== null))
    return py.attribute(object, expr.name);
  if (type.kind === "error") return py.attribute(object, expr.name);
  l.module.report(expr.span, findings.unknownProperty(expr.name, describe(type)));
  return object;
}
