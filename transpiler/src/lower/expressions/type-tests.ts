// typeof x === "string" and its kin, as tests of Python's types.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { own } from "../../tree/own.ts";
import { mayBe, type NoneFlavour, noneFlavours, optionsOf, type Type, typeKey } from "../../types/type.ts";
import { classReference } from "../declarations/super.ts";
import type { Lowering } from "../lowering.ts";
import { FALSE, NONE, py } from "../py.ts";
import { errorClass } from "./operators.ts";

/** Python's type for what typeof names. MicroPython does not count booleans as integers. */
const PYTHON_TYPES: Record<string, string> = { string: "str", number: "int", boolean: "bool" };

export function lowerTypeTest(l: Lowering, expr: ExprOf<"binary">): PyExpr | null {
  if (expr.operator !== "===" && expr.operator !== "!==") return null;
  const [test, name] = expr.left.kind === "typeof" ? [expr.left, expr.right] : [expr.right, expr.left];
  if (test.kind !== "typeof" || name.kind !== "string") return null;
  const result = typeTest(l, test.operand, name.value, l.anyNone.has(expr));
  return expr.operator === "===" ? result : py.not(result);
}

/** @param isPresent that it is null or undefined is tested beside it */
function typeTest(l: Lowering, operand: Expr, name: string, isPresent: boolean): PyExpr {
  const value = l.expr(operand);
  const type = own(PYTHON_TYPES, name);
  if (name === "number" && mayBe(operand.type, "float")) return numberTest(operand.type, value);
  if (type !== undefined) return py.call("isinstance", value, py.name(type));
  const flavours = optionsOf(operand.type).flatMap((option) => (option.kind === "none" ? [option.flavour] : []));
  if (name === "undefined") {
    if (flavours.includes("null")) l.module.report(operand.span, findings.otherNone("undefined", "null"));
    return py.isNone(value);
  }
  if (name === "object") return objectTest(l, operand, value, isPresent);
  if (name === "function") {
    const isFunction = optionsOf(operand.type).every(({ kind }) => kind === "function" || kind === "none");
    return isFunction ? py.isNotNone(value) : py.call("callable", value);
  }
  l.module.report(operand.span, findings.library(`typeof … === "${name}"`, "No value has this type."));
  return value;
}

function numberTest(type: Type, value: PyExpr): PyExpr {
  const isEither = mayBe(type, "number");
  return py.call("isinstance", value, isEither ? py.tuple([py.name("int"), py.name("float")]) : py.name("float"));
}

/** Arrays, records and null are objects: everything but texts, numbers, booleans, functions and undefined. */
function objectTest(l: Lowering, operand: Expr, value: PyExpr, isPresent: boolean): PyExpr {
  const options = optionsOf(operand.type);
  const flavours = noneFlavours(operand.type);
  if (flavours.length > 1 && !isPresent) l.module.report(operand.span, findings.typeofValue());
  const isUndefined = flavours.includes("undefined") || (isPresent && flavours.length > 0);
  const mayBeFunction = options.some(({ kind }) => kind === "function" || kind === "unknown" || kind === "class");
  const held = isUndefined || mayBeFunction ? l.once(value) : value;
  const plain = ["str", "int", "bool", ...(mayBe(operand.type, "float") ? ["float"] : [])];
  const isPlain = py.call("isinstance", held, py.tuple(plain.map(py.name)));
  const tests = [
    ...(isUndefined ? [py.isNotNone(held)] : []),
    py.not(isPlain),
    ...(mayBeFunction ? [py.not(py.call("callable", held))] : []),
  ];
  return tests.reduce(py.and);
}

/** Python's types for the kinds that a cast can tell from all others. */
const CASTS: Partial<{ [K in Type["kind"]]: (l: Lowering, type: Extract<Type, { kind: K }>) => PyExpr }> = {
  string: () => py.name("str"),
  number: () => py.name("int"),
  boolean: () => py.name("bool"),
  none: () => py.call("type", NONE),
  array: () => py.name("list"),
  tuple: () => py.name("list"),
  dict: (l) => l.helper("TsDict"),
  instance: (l, { classId }) => classReference(l, classId),
  error: (l, { name }) => errorClass(l, name),
};

/** `value as T`: what is none of that stops. */
export function lowerCast(l: Lowering, { value, type, span }: ExprOf<"cast">): PyExpr {
  const kept = optionsOf(type);
  const keys = new Set(kept.map(typeKey));
  const left = optionsOf(value.type).filter((option) => !keys.has(typeKey(option)));
  const flavours = noneFlavours(type);
  if (flavours.length > 0 && noneFlavours(value.type).some((flavour) => !flavours.includes(flavour)))
    l.module.report(span, findings.twoNones());
  const lowered = l.expr(value);
  if (left.length === 0) return lowered;
  if (left.every(({ kind }) => kind === "none")) return l.callHelper("ts_some", lowered);
  const types = (options: readonly Type[]) =>
    options.flatMap(
      (option) => (CASTS[option.kind] as ((l: Lowering, type: Type) => PyExpr) | undefined)?.(l, option) ?? [],
    );
  const wanted = types(kept);
  const isPositive = wanted.length === kept.length;
  const given = py.tuple(isPositive ? wanted : types(left));
  return l.callHelper("ts_cast", lowered, given, ...(isPositive ? [] : [FALSE]));
}

/** typeof's word for each kind of type; what has none here may be several. */
const WORDS: Partial<Record<Type["kind"], string>> = {
  number: "number",
  float: "number",
  string: "string",
  boolean: "boolean",
  void: "undefined",
  function: "function",
  class: "function",
  array: "object",
  tuple: "object",
  typedArray: "object",
  buffer: "object",
  dataView: "object",
  map: "object",
  set: "object",
  dict: "object",
  record: "object",
  instance: "object",
  error: "object",
  promise: "object",
  iterator: "object",
};

/** `typeof value` as a text. */
export function lowerTypeof(l: Lowering, { operand, span }: ExprOf<"typeof">): PyExpr {
  const options = optionsOf(operand.type);
  const words = new Set(
    options.map((option) => (option.kind === "none" ? noneWord(option.flavour) : WORDS[option.kind])),
  );
  const [word] = words;
  const flavours = noneFlavours(operand.type);
  const mayBeFloat = words.size > 1 && mayBe(operand.type, "float");
  const isUnknown = mayBeFloat || options.some(({ kind }) => ["host", "builtin"].includes(kind));
  if (isUnknown || flavours.length > 1 || l.range(operand).nan) l.module.report(span, findings.typeofValue());
  if (word === undefined || words.size > 1)
    return l.callHelper("ts_typeof", l.expr(operand), py.str(noneWord(flavours[0] ?? "undefined")));
  l.effect(operand);
  return py.str(word);
}

function noneWord(flavour: NoneFlavour): string {
  return flavour === "null" ? "object" : "undefined";
}
