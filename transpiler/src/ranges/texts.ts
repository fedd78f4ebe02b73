// The characters that a text can hold, as a range of code points: a text that is proven ASCII, or below U+10000, counts in
// Python as in JavaScript. Like numbers, texts are followed through cells; what comes from outside may hold anything.
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import { TEXT } from "../types/cells.ts";
import { optionsOf, type Type } from "../types/type.ts";
import { join, meet, NOTHING, type Range, range, within } from "./range.ts";
import type { Walk } from "./walk.ts";

export const ANY_TEXT: Range = range(TEXT.low, TEXT.high);
export const ASCII = range(0, 0x7f);
/** What is one UTF-16 unit: the halves of pairs never stand alone in a text. */
export const UNITS = range(0, 0xffff);

const DIGITS = range(0x2d, 0x39);
const HEXADECIMAL = range(0x2d, 0x7a);
/** true, null, undefined. */
const WORDS = range(0x61, 0x7a);

/** Texts alone, and none. */
export function isText(type: Type): boolean {
  const options = optionsOf(type);
  return (
    options.some(({ kind }) => kind === "string") && options.every(({ kind }) => kind === "string" || kind === "none")
  );
}

export function holdsText(type: Type): boolean {
  return optionsOf(type).some(({ kind }) => kind === "string" || kind === "json" || kind === "unknown");
}

export function charactersOf(text: string): Range {
  let found = NOTHING;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    found = join(found, range(point, point));
  }
  return found;
}

type Rules = { [K in Expr["kind"]]?: (walk: Walk, expr: ExprOf<K>, found: Range) => Range };

/** What the evaluation of these gives for a number is right for a text too: it is that of their parts, or of a cell. */
const found = (_walk: Walk, _expr: Expr, range: Range): Range => range;
const ofValue = (walk: Walk, { value }: { readonly value: Expr }): Range => rangeOf(walk, value);

const RULES: Rules = {
  string: (_, { value }) => charactersOf(value),
  name: found,
  member: found,
  index: (walk, { object, type }) => (isText(object.type) ? rangeOf(walk, object) : walk.solver.load(type)),
  template: (walk, { texts, values }) =>
    joined([charactersOf(texts.join("")), ...values.map((value) => written(walk, value))]),
  binary: (walk, { left, right }) => joined([written(walk, left), written(walk, right)]),
  conditional: found,
  logical: (walk, { left, right }) => joined([rangeOf(walk, left), rangeOf(walk, right)]),
  assign: (walk, { operator, target, value }) =>
    operator === null ? rangeOf(walk, value) : joined([written(walk, target), written(walk, value)]),
  comma: (walk, { right }) => rangeOf(walk, right),
  await: found,
  call: ofCall,
  chain: ofValue,
  view: ofValue,
  nonNull: ofValue,
};

/** The characters of a text that was evaluated a moment ago. */
export function textRange(walk: Walk, expr: Expr, range: Range): Range {
  const rule = RULES[expr.kind] as ((walk: Walk, expr: Expr, found: Range) => Range) | undefined;
  return rule?.(walk, expr, range) ?? ANY_TEXT;
}

function joined(ranges: readonly Range[]): Range {
  return ranges.reduce(join, NOTHING);
}

/** Of a part of an expression: what is no text gives none. */
function rangeOf(walk: Walk, expr: Expr): Range {
  if (isText(expr.type)) return walk.solver.latest.get(expr.id) ?? ANY_TEXT;
  return expr.type.kind === "none" ? NOTHING : ANY_TEXT;
}

/** What a value looks like when it is put together with a text. */
function written(walk: Walk, expr: Expr): Range {
  if (isText(expr.type)) {
    const isNone = optionsOf(expr.type).some(({ kind }) => kind === "none");
    return isNone ? join(rangeOf(walk, expr), WORDS) : rangeOf(walk, expr);
  }
  return joined(optionsOf(expr.type).map(({ kind }) => (kind === "number" ? DIGITS : isWord(kind) ? WORDS : ANY_TEXT)));
}

function isWord(kind: Type["kind"]): boolean {
  return kind === "boolean" || kind === "none" || kind === "void";
}

type Method = (walk: Walk, object: Range, args: readonly Expr[]) => Range;

const same: Method = (_, object) => object;
const withArguments: Method = (walk, object, args) => joined([object, ...args.map((arg) => written(walk, arg))]);
/** Of ASCII letters only: others may become letters of any kind. */
const cased: Method = (_, object) => (within(object, ASCII) ? ASCII : ANY_TEXT);

const METHODS: Record<string, Method> = {
  ...Object.fromEntries(
    ["charAt", "at", "slice", "substring", "substr", "trim", "trimStart", "trimEnd", "repeat", "toString"].map(
      (name) => [name, same],
    ),
  ),
  concat: withArguments,
  replace: withArguments,
  replaceAll: withArguments,
  padStart: padded,
  padEnd: padded,
  toUpperCase: cased,
  toLowerCase: cased,
};

function padded(walk: Walk, object: Range, [, fill]: readonly Expr[]): Range {
  return join(object, fill ? rangeOf(walk, fill) : range(0x20, 0x20));
}

const STATICS: Record<string, (walk: Walk, args: readonly Expr[]) => Range> = {
  "String.fromCharCode": fromUnits,
  "String.fromCodePoint": (walk, args) => joined(args.map((arg) => meet(numbersOf(walk, arg), TEXT))),
};

/** Halves of pairs become one character. */
function fromUnits(walk: Walk, args: readonly Expr[]): Range {
  const units = joined(args.map((arg) => numbersOf(walk, arg)));
  const isOne = args.length === 1 && args[0]?.kind !== "spread";
  if (!within(units, UNITS)) return isOne ? UNITS : ANY_TEXT;
  const holdsHalves = units.low < 0xe000 && units.high >= 0xd800;
  return isOne || !holdsHalves ? units : ANY_TEXT;
}

function numbersOf(walk: Walk, expr: Expr): Range {
  return expr.kind === "spread" ? ANY_TEXT : (walk.solver.latest.get(expr.id) ?? ANY_TEXT);
}

function ofCall(walk: Walk, expr: ExprOf<"call">): Range {
  const { callee, args } = expr;
  if (expr.signature !== null) return walk.solver.load(expr.type);
  if (callee.kind !== "member" || callee.optional || expr.optional) return ANY_TEXT;
  if (callee.object.kind === "builtin")
    return own(STATICS, `${callee.object.name}.${callee.name}`)?.(walk, args) ?? ANY_TEXT;
  const { type } = callee.object;
  if (type.kind === "number") return callee.name === "toString" ? HEXADECIMAL : ANY_TEXT;
  if (type.kind === "array" && callee.name === "join") return joinedItems(walk, type.element, args);
  if (type.kind === "map" && callee.name === "get") return walk.solver.load(expr.type);
  if (type.kind === "array" && ["pop", "shift", "find", "at"].includes(callee.name)) return walk.solver.load(expr.type);
  if (!isText(type)) return ANY_TEXT;
  const object = rangeOf(walk, callee.object);
  return own(METHODS, callee.name)?.(walk, object, args) ?? ANY_TEXT;
}

function joinedItems(walk: Walk, element: Type, [separator]: readonly Expr[]): Range {
  const items = optionsOf(element).map((option) =>
    option.kind === "string"
      ? walk.solver.load(option)
      : option.kind === "number"
        ? DIGITS
        : isWord(option.kind)
          ? WORDS
          : ANY_TEXT,
  );
  return joined([...items, separator ? rangeOf(walk, separator) : range(0x2c, 0x2c)]);
}
