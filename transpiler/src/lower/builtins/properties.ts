// Properties of the library's values: length, size, Math's and Number's constants, members of MicroPython's objects.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { ExprOf } from "../../tree/nodes.ts";
import { own } from "../../tree/own.ts";
import { optionsOf, type Type, withoutNone } from "../../types/type.ts";
import { ELEMENT_NAMES, ELEMENTS, isBytes } from "../../types/typed-arrays.ts";
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
  const length = expr.name === "length" ? lengthOf(l, expr, type, object) : null;
  if (length) return length;
  const memory = memoryProperty(l, expr, type, object);
  if (memory) return memory;
  if (expr.name === "size" && (type.kind === "map" || type.kind === "set"))
    return py.call("len", py.attribute(object, "d"));
  if (type.kind === "host" || (expr.object.kind === "builtin" && expr.object.module !== null))
    return py.attribute(object, expr.name);
  if (type.kind === "error") return py.attribute(object, expr.name);
  l.module.report(expr.span, findings.unknownProperty(expr.name, describe(type)));
  return object;
}

/** Of typed arrays, buffers and views. */
function memoryProperty(
  l: Lowering,
  { object: { kind, ...source }, name }: ExprOf<"member">,
  type: Type,
  object: PyExpr,
): PyExpr | null {
  if (kind === "builtin" && name === "BYTES_PER_ELEMENT") {
    const element = ELEMENT_NAMES.find((one) => `${one}Array` === (source as { name?: string }).name);
    return element ? py.int(ELEMENTS[element].size) : null;
  }
  if (name === "byteLength" && (type.kind === "buffer" || type.kind === "dataView")) return py.call("len", object);
  if (type.kind !== "typedArray") return null;
  const { size } = ELEMENTS[type.element];
  if (name === "BYTES_PER_ELEMENT") return py.int(size);
  if (name === "byteLength")
    return size === 1 ? py.call("len", object) : py.binary("*", py.call("len", object), py.int(size));
  if (isBytes(type)) return name === "buffer" ? l.callHelper("ts_buffer", object) : null;
  return l.module.program.buffersSeen && (name === "buffer" || name === "byteOffset")
    ? py.attribute(object, name)
    : null;
}

/** Texts count UTF-16 units; where it may be either a text or a list, that is asked first. */
function lengthOf(l: Lowering, expr: ExprOf<"member">, type: Type, object: PyExpr): PyExpr | null {
  const { low, high } = l.range(expr);
  if (low === high && isPlain(object)) return py.int(low);
  const kinds = optionsOf(type).flatMap(({ kind }) => (kind === "never" ? [] : [kind]));
  const isText = (kind: Type["kind"]) => kind === "string";
  const isList = (kind: Type["kind"]) => kind === "array" || kind === "typedArray" || kind === "tuple";
  if (kinds.every(isList)) return py.call("len", object);
  if (kinds.every(isText)) return isUnits(l, expr.object) ? py.call("len", object) : l.callHelper("ts_len", object);
  if (!kinds.every((kind) => isText(kind) || isList(kind))) return null;
  const held = l.once(object);
  const test = py.call("isinstance", held, py.name("str"));
  return py.conditional(test, l.callHelper("ts_len", held), py.call("len", held));
}
