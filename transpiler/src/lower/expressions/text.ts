// From a value to its text, by its static type: what `${x}` and "" + x give in JavaScript.
import { type Finding, findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr, Span } from "../../python/ast.ts";
import type { Expr } from "../../tree/nodes.ts";
import { noneFlavour, optionsOf, type Type } from "../../types/type.ts";
import { oneArray } from "../../types/typed-arrays.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";

/** The text of an expression. Control flow may be wrong about a property that another name writes: it does not decide here. */
export function textOf(l: Lowering, value: PyExpr, expr: Expr): PyExpr {
  if (isCaught(l, expr)) return toText(l, value, { kind: "error", name: "Error" }, expr.span);
  const isWide =
    (expr.kind === "member" || expr.kind === "name") &&
    optionsOf(expr.wide).length > optionsOf(expr.type).length &&
    expr.wide.kind === "union";
  const printable =
    isWide && optionsOf(expr.wide).every((option) => ["string", "number", "boolean", "none"].includes(option.kind));
  return toText(l, value, isWide && printable ? expr.wide : expr.type, expr.span);
}

/** What a catch receives is an Error, whatever TypeScript knows. */
function isCaught(l: Lowering, expr: Expr): boolean {
  return (
    expr.kind === "name" && expr.type.kind === "unknown" && l.module.program.bindings[expr.binding]?.kind === "caught"
  );
}

export function toText(l: Lowering, value: PyExpr, type: Type, span: Span): PyExpr {
  const options = optionsOf(type);
  if (options.length > 1) return unionText(l, value, type, span);
  switch (type.kind) {
    case "string":
      return value;
    case "number":
      return value.kind === "int" ? py.str(value.value.toString()) : py.call("str", value);
    case "boolean":
      return py.conditional(value, py.str("true"), py.str("false"));
    case "none":
      return py.str(type.flavour);
    case "never":
      // Where it is reached all the same, the program's types are not true.
      return l.callHelper("ts_str", l.callHelper("ts_cast", value, py.tuple([])), py.str("undefined"));
    case "array":
    case "tuple":
      if (isPrintable(type)) return l.callHelper("ts_list_text", value);
      break;
    case "error":
      return l.callHelper("ts_error_text", value);
    case "instance":
      if (hasToString(l, type)) return py.method(value, "toString");
      if (isErrorClass(l, type.classId)) return l.callHelper("ts_error_text", value);
      break;
    default:
  }
  l.module.report(span, noText(type));
  return value;
}

/** Why it has no text. */
export function noText(type: Type, what = describe(type)): Finding {
  return type.kind === "float" ? findings.floatText() : findings.textOf(what);
}

const PLAIN: ReadonlySet<string> = new Set(["string", "number", "boolean", "none", "never"]);

/** Its text is that of its items, of which null and undefined have none. */
export function isPrintable(type: Type): boolean {
  if (type.kind === "array") return isPrintable(type.element);
  if (type.kind === "union") return type.options.every(isPrintable);
  return type.kind === "tuple" ? type.elements.every(isPrintable) : PLAIN.has(type.kind);
}

/** The class, or one above it, says what its text is. */
function hasToString(l: Lowering, type: Type): boolean {
  const method = l.module.shared.unifier.members(type)?.get("toString")?.type;
  const signature = method?.kind === "function" ? l.module.program.signatures[method.signature] : undefined;
  return signature?.required === 0 && signature.returns.kind === "string";
}

export function isErrorClass(l: Lowering, id: number): boolean {
  const base = l.module.program.classes[id]?.base;
  return base?.kind === "error" || (base?.kind === "class" && isErrorClass(l, base.id));
}

/** A sum asks an object for its value before it asks for its text. */
export function refuseValueOf(l: Lowering, { type, span }: Expr): void {
  if (l.module.shared.unifier.members(type)?.has("valueOf"))
    l.module.report(span, findings.textOf("an object with valueOf()"));
}

function unionText(l: Lowering, value: PyExpr, type: Type, span: Span): PyExpr {
  const unsafe = optionsOf(type).find((option) => !["string", "number", "boolean", "none"].includes(option.kind));
  if (unsafe) l.module.report(span, noText(unsafe));
  const flavour = noneFlavour(type) ?? "undefined";
  return l.callHelper("ts_str", value, py.str(flavour));
}

const NAMES: Partial<Record<Type["kind"], string>> = {
  float: "a float",
  array: "an array",
  tuple: "a tuple",
  buffer: "an ArrayBuffer",
  dataView: "a DataView",
  map: "a Map",
  set: "a Set",
  dict: "a record with computed keys",
  json: "JsonValue",
  record: "an object",
  instance: "an object",
  function: "a function",
  promise: "a promise",
  error: "an Error",
  unknown: "unknown",
  union: "a union",
};

export function describe(type: Type): string {
  if (type.kind === "typedArray") return oneArray(type.element);
  return NAMES[type.kind] ?? type.kind;
}
