// What a call, or an iteration, may change of what the analysis follows: properties, lengths of arrays, elements. Texts and
// bytes never change their length.
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { optionsOf, type Type, withoutNone } from "../types/type.ts";

/** "anything": it may run code of the program, or code that nothing is known of. */
export type Effect = "nothing" | "elements" | "lengths" | "anything";

/** What the library's functions look at without asking it for anything. */
const PLAIN: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>([
  "number",
  "float",
  "string",
  "boolean",
  "none",
  "typedArray",
  "array",
  "tuple",
  "map",
  "set",
]);

/** What can be iterated without running code of the program. */
const ITERABLE: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>([
  "string",
  "typedArray",
  "array",
  "tuple",
  "map",
  "set",
]);

const METHODS: Partial<Record<Type["kind"], Readonly<Record<string, Effect>>>> = {
  string: {},
  number: {},
  float: {},
  tuple: {},
  typedArray: { set: "elements", fill: "elements", copyWithin: "elements", reverse: "elements", sort: "elements" },
  array: {
    push: "lengths",
    pop: "lengths",
    shift: "lengths",
    unshift: "lengths",
    splice: "lengths",
    sort: "elements",
    reverse: "elements",
    fill: "elements",
    copyWithin: "elements",
  },
  map: { set: "elements", delete: "elements", clear: "elements" },
  set: { add: "elements", delete: "elements", clear: "elements" },
};

export function callEffect(expr: ExprOf<"call"> | ExprOf<"new">): Effect {
  const { callee, args } = expr;
  if (expr.kind === "new") return isOwn(callee) && args.every(isPlain) ? "nothing" : "anything";
  if (expr.signature !== null || callee.kind !== "member" || args.some(isCode)) return "anything";
  if (callee.object.kind === "builtin") return isOwn(callee.object) && args.every(isPlain) ? "nothing" : "anything";
  const type = withoutNone(callee.object.type);
  if ((callee.name === "join" || callee.name === "toString") && textActs(type)) return "anything";
  const methods = METHODS[type.kind];
  return methods ? (methods[callee.name] ?? "nothing") : "anything";
}

/** They call what they are handed before they come back, and keep nothing of it. */
const CALLING: ReadonlySet<string> = new Set(
  "every filter find findIndex findLast findLastIndex flatMap forEach from map reduce reduceRight replace replaceAll some sort toSorted".split(
    " ",
  ),
);

/** What such a method does by itself that is handed functions where they are written; null for anything else. */
export function methodEffect(expr: ExprOf<"call"> | ExprOf<"new">): Effect | null {
  if (expr.kind === "new" || expr.signature !== null || expr.callee.kind !== "member") return null;
  const { object, name } = expr.callee;
  if (!CALLING.has(name)) return null;
  const others = expr.args.filter((arg) => arg.kind !== "function");
  if (others.length === expr.args.length || others.some(isCode)) return null;
  if (object.kind === "builtin")
    return isOwn(object) && object.name === "Array" && others.every(isPlain) ? "nothing" : null;
  const methods = METHODS[withoutNone(object.type).kind];
  return methods ? (methods[name] ?? "nothing") : null;
}

const TEXTUAL: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>([
  "number",
  "string",
  "boolean",
  "none",
  "void",
  "never",
]);

/** To make a text of it may run a toString of the program. */
export function textActs(type: Type): boolean {
  return optionsOf(type).some((option) => {
    if (option.kind === "array") return textActs(option.element);
    return option.kind === "tuple" ? option.elements.some(textActs) : !TEXTUAL.has(option.kind);
  });
}

/** `text + value`, and `text += value`, where that runs code. */
export function makesText(expr: ExprOf<"binary"> | ExprOf<"assign">): boolean {
  const [left, right] = expr.kind === "binary" ? [expr.left, expr.right] : [expr.target, expr.value];
  return expr.operator === "+" && expr.type.kind === "string" && (textActs(left.type) || textActs(right.type));
}

/** Going through it runs code: that of a generator, for instance. */
export function runsCode(type: Type): boolean {
  return !optionsOf(type).every(({ kind }) => ITERABLE.has(kind));
}

/** Of the language's library, not of a module of the device. */
function isOwn(expr: Expr): boolean {
  return expr.kind === "builtin" && expr.module === null;
}

function isPlain(expr: Expr): boolean {
  return !isCode(expr) && optionsOf(expr.type).every(({ kind }) => PLAIN.has(kind));
}

function isCode(expr: Expr): boolean {
  if (expr.kind === "spread") return runsCode(expr.value.type);
  return optionsOf(expr.type).some(({ kind }) => kind === "function" || kind === "iterator");
}

/** Of a function of a MicroPython module. */
export function isHostCall(callee: Expr): boolean {
  if (callee.kind === "builtin") return callee.module !== null;
  return callee.kind === "member" && (withoutNone(callee.object.type).kind === "host" || isHostCall(callee.object));
}
