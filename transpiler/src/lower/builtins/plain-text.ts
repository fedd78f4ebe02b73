// Methods of texts that are proven to count in Python as in JavaScript: without characters beyond U+FFFF each has one UTF-16
// unit, and ASCII has one case for each letter. Null where the proof does not reach: string.ts does without one.
import type { Expr as PyExpr } from "../../python/ast.ts";
import { within } from "../../ranges/range.ts";
import { ASCII, isText, UNITS } from "../../ranges/texts.ts";
import type { Expr } from "../../tree/nodes.ts";
import { own } from "../../tree/own.ts";
import { isRepeatable } from "../expressions/elements.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";
import type { MethodCall } from "./methods.ts";

type PlainMethod = (call: MethodCall) => PyExpr | null;

/** Each character of the text is one UTF-16 unit. */
export function isUnits(l: Lowering, expr: Expr): boolean {
  return isText(expr.type) && within(l.module.facts.characters(expr.id), UNITS);
}

export function isAscii(l: Lowering, expr: Expr): boolean {
  return isText(expr.type) && within(l.module.facts.characters(expr.id), ASCII);
}

export function lowerPlainText(call: MethodCall): PyExpr | null {
  return own(METHODS, call.callee.name)?.(call) ?? null;
}

const METHODS: Record<string, PlainMethod> = {
  charAt: ofUnits(charAt),
  charCodeAt: ofUnits(charCodeAt),
  codePointAt: ofUnits(({ l, expr, object, args: [at] }) =>
    at && l.isInside(expr) ? py.call("ord", py.index(object, at)) : null,
  ),
  indexOf: ofUnits(found("find")),
  lastIndexOf: ofUnits((call) => (call.args.length === 1 ? found("rfind")(call) : null)),
  slice: ofUnits(({ object, args: [from, to] }) => py.slice(object, from ?? null, to ?? null)),
  substring: ofUnits(substring),
  split: ({ expr, object, args: [separator] }) =>
    separator && isNotEmpty(expr.args[0]) && expr.args.length === 1 ? py.method(object, "split", separator) : null,
  trim: ofAscii("strip"),
  trimStart: ofAscii("lstrip"),
  trimEnd: ofAscii("rstrip"),
  toUpperCase: ofAscii("upper"),
  toLowerCase: ofAscii("lower"),
  padStart: ofUnits((call) => padded(call, (text, fill) => py.binary("+", fill, text))),
  padEnd: ofUnits((call) => padded(call, (text, fill) => py.binary("+", text, fill))),
  replaceAll: ({ expr, object, args }) =>
    isNotEmpty(expr.args[0]) && isLiteralWithout(expr.args[1], "$") ? py.method(object, "replace", ...args) : null,
};

function ofUnits(method: PlainMethod): PlainMethod {
  return (call) => (isUnits(call.l, call.callee.object) ? method(call) : null);
}

function ofAscii(name: string): PlainMethod {
  return ({ l, callee, object }) => (isAscii(l, callee.object) ? py.method(object, name) : null);
}

/** Not negative: Python would count from the end. */
function isFront(l: Lowering, index: Expr | undefined): boolean {
  return index !== undefined && l.range(index).low >= 0;
}

function isNotEmpty(expr: Expr | undefined): boolean {
  return expr?.kind === "string" && expr.value !== "";
}

function isLiteralWithout(expr: Expr | undefined, part: string): boolean {
  return expr?.kind === "string" && !expr.value.includes(part);
}

/** "" outside. */
function charAt({ l, expr, callee, object, args: [at] }: MethodCall): PyExpr | null {
  if (at === undefined || !isFront(l, expr.args[0])) return null;
  if (l.isInside(expr)) return py.index(object, at);
  if (!isRepeatable(object)) return null;
  const index = l.once(at);
  const inside = py.compare("<", index, textLength(l, callee.object, object));
  return py.conditional(inside, py.index(object, index), py.str(""));
}

/** Of ASCII an octet: its character would be looked up among all names, which takes five times as long. */
function charCodeAt({ l, expr, callee, object, args: [at] }: MethodCall): PyExpr | null {
  if (at === undefined || !isFront(l, expr.args[0])) return null;
  if (!isAscii(l, callee.object)) return py.call("ord", py.index(object, at));
  const text = literalOf(l, callee.object);
  return py.index(text === null ? py.call("memoryview", object) : octetsOf(text), at);
}

/** A text that stands in the program. */
function literalOf(l: Lowering, expr: Expr): string | null {
  if (expr.kind === "string") return expr.value;
  const text = expr.kind === "name" ? l.module.program.bindings[expr.binding]?.literal : undefined;
  return typeof text === "string" ? text : null;
}

/** @param text of ASCII */
function octetsOf(text: string): PyExpr {
  return { kind: "bytes", value: [...text].map((character) => character.charCodeAt(0)) };
}

/** The length of a text that is proven to count alike. */
function textLength(l: Lowering, expr: Expr, value: PyExpr): PyExpr {
  const binding = expr.kind === "name" ? l.module.program.bindings[expr.binding] : undefined;
  return typeof binding?.literal === "string" ? py.int(binding.literal.length) : py.call("len", value);
}

/** An empty text is found where Python does not look: at the end, and beyond. */
function found(name: string): PlainMethod {
  return ({ l, expr, object, args }) => {
    const [sought, start] = expr.args;
    const isDirect =
      start === undefined ? name === "find" || isNotEmpty(sought) : isNotEmpty(sought) && isFront(l, start);
    return isDirect && sought?.kind !== "spread" ? py.method(object, name, ...args) : null;
  };
}

/** The bounds may stand in either order. */
function substring({ l, expr, object, args: [from, to] }: MethodCall): PyExpr | null {
  const [first, second] = expr.args;
  if (!isFront(l, first)) return null;
  const isOrdered = second === undefined || (first !== undefined && l.range(first).high <= l.range(second).low);
  return isOrdered ? py.slice(object, from ?? null, to ?? null) : null;
}

/** `fill * n` is "" where n is negative. */
function padded(
  { l, expr, object, args: [length, fill = py.str(" ")] }: MethodCall,
  join: (text: PyExpr, fill: PyExpr) => PyExpr,
): PyExpr | null {
  const given = expr.args[1];
  if (length === undefined || (given && !(given.kind === "string" && given.value.length === 1))) return null;
  const text = l.once(object);
  return join(text, py.binary("*", fill, py.binary("-", length, py.call("len", text))));
}
