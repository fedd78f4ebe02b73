// How numbers stand to each other, and to the lengths of texts, bytes and arrays: after `i < xs.length`, i is at most
// xs.length - 1, and xs[i] is an element; after `a < b`, b - a is 1 at least. A difference `place - length` is a range like
// any other, kept in the environment under the key `place<container`, that of two numbers under `place<=place`; a length
// itself under `#container`.
import type { Expr, ExprOf, Program } from "../tree/nodes.ts";
import { LENGTH } from "../types/cells.ts";
import { isTypedArray } from "../types/typed-arrays.ts";
import { containerKey, HALF, keyOf } from "./environment.ts";
import { peek } from "./evaluate.ts";
import { integerDivision, mathFunction } from "./library.ts";
import { isNothing, join, meet, type Range, range } from "./range.ts";
import type { Walk } from "./walk.ts";
import { mayAct } from "./written.ts";

/** Container, or place of a number → the range of a number minus the container's length, or minus that number. */
export type Differences = ReadonlyMap<string, Range>;

const NONE: Differences = new Map();
const { POSITIVE_INFINITY: INFINITE } = Number;
/** Stands before the place of a number that others differ from. */
export const NUMBER = "=";
const EVERY = range(-INFINITE, INFINITE);

export function differencesOf(walk: Walk, expr: Expr): Differences {
  return (RULES[expr.kind] as ((walk: Walk, expr: Expr) => Differences) | undefined)?.(walk, expr) ?? NONE;
}

type Rules = { [K in Expr["kind"]]?: (walk: Walk, expr: ExprOf<K>) => Differences };

const RULES: Rules = {
  name: ofPlace,
  member: ofPlace,
  binary: ofBinary,
  update: (walk, { target, step, prefix }) =>
    shifted(ofPlace(walk, target), prefix ? range(0, 0) : range(-step, -step)),
  conditional: (walk, { then, otherwise }) => joined(differencesOf(walk, then), differencesOf(walk, otherwise)),
  call: ofCall,
  comma: (walk, { right }) => differencesOf(walk, right),
  view: (walk, { value }) => differencesOf(walk, value),
  nonNull: (walk, { value }) => differencesOf(walk, value),
};

function ofPlace(walk: Walk, expr: Expr): Differences {
  const place = keyOf(walk.solver.program, expr, walk.func);
  if (place === null) return NONE;
  const found = new Map(walk.env.differences(place));
  found.set(place.startsWith("#") ? place.slice(1) : `${NUMBER}${place}`, range(0, 0));
  return found;
}

function ofBinary(walk: Walk, { operator, left, right }: ExprOf<"binary">): Differences {
  const by = () => peek(walk, right);
  switch (operator) {
    case "+": {
      const found = shifted(differencesOf(walk, left), by());
      return found.size > 0 ? found : shifted(differencesOf(walk, right), peek(walk, left));
    }
    case "-":
      return shifted(differencesOf(walk, left), negated(by()));
    case "*":
      return isTwo(right)
        ? doubled(differencesOf(walk, left))
        : isTwo(left)
          ? doubled(differencesOf(walk, right))
          : NONE;
    // What is not negative does not grow by these.
    case "&":
    case ">>":
    case ">>>":
    case "%":
      if (peek(walk, left).low < 0 || (operator !== "%" && by().low < 0)) return NONE;
      return operator === ">>" && right.kind === "number" && right.value === 1
        ? halved(differencesOf(walk, left))
        : atMost(differencesOf(walk, left));
    default:
      return NONE;
  }
}

function isTwo(expr: Expr): boolean {
  return expr.kind === "number" && expr.value === 2;
}

/** What is not below 0, halved and rounded down; the half of a length is one that others are compared with. */
function halved(differences: Differences): Differences {
  const found = new Map(atMost(differences));
  for (const [container, { low, high }] of differences)
    if (low === 0 && high === 0) found.set(`${container}${HALF}`, range(0, 0));
  return found;
}

/** Twice what differs by so much from the half of a length: the length itself may be odd. */
function doubled(differences: Differences): Differences {
  const found = new Map<string, Range>();
  for (const [half, { low, high }] of differences)
    if (half.endsWith(HALF)) found.set(half.slice(0, -HALF.length), range(2 * low - 1, 2 * high));
  return found;
}

/** Math.min(a, b) is at most each of them, Math.max(a, b) at least. */
function ofCall(walk: Walk, expr: ExprOf<"call">): Differences {
  const divided = integerDivision(expr);
  if (divided) {
    const { left, right } = divided.node;
    return isTwo(right) && peek(walk, left).low >= 0 && divided.name === "floor"
      ? halved(differencesOf(walk, left))
      : NONE;
  }
  const name = mathFunction(expr);
  if (name !== "min" && name !== "max") return NONE;
  const found = new Map<string, Range>();
  for (const arg of expr.args) {
    for (const [other, { low, high }] of differencesOf(walk, arg)) {
      const known = found.get(other) ?? EVERY;
      const bound =
        name === "min" ? range(-INFINITE, Math.min(high, known.high)) : range(Math.max(low, known.low), INFINITE);
      found.set(other, bound);
    }
  }
  return found;
}

/** What two numbers differ by, as far as it is known otherwise than by how large they are. */
export function differenceOf(walk: Walk, left: Expr, right: Expr): Range {
  const to = (expr: Expr, others: Differences) => {
    const place = keyOf(walk.solver.program, expr, walk.func);
    if (place === null) return undefined;
    return others.get(place.startsWith("#") ? place.slice(1) : `${NUMBER}${place}`);
  };
  const own = to(right, differencesOf(walk, left)) ?? EVERY;
  const reverse = to(left, differencesOf(walk, right));
  return reverse ? meet(own, negated(reverse)) : own;
}

function negated(by: Range): Range {
  return range(-by.high, -by.low);
}

function shifted(differences: Differences, by: Range): Differences {
  if (isNothing(by)) return NONE;
  return new Map(
    [...differences].map(([container, { low, high }]) => [container, range(low + by.low, high + by.high)]),
  );
}

function atMost(differences: Differences): Differences {
  return new Map([...differences].map(([container, { high }]) => [container, range(-INFINITE, high)]));
}

function joined(a: Differences, b: Differences): Differences {
  const both = [...a].flatMap(([container, one]) => {
    const other = b.get(container);
    return other ? [[container, join(one, other)] as const] : [];
  });
  return new Map(both);
}

/** The index lies within the container; both were evaluated a moment ago. */
export function isInside(walk: Walk, object: Expr, index: Expr, at: Range): boolean {
  if (isNothing(at) || at.low < 0 || (mayAct(index) && !isStepApart(index, object))) return false;
  const container = containerKey(walk.solver.program, object, walk.func);
  const difference = container === null ? undefined : differencesOf(walk, index).get(container);
  return (difference !== undefined && difference.high <= -1) || at.high < lengthOf(walk, object).low;
}

/** `xs[i++]`: the step leaves the container what it was. */
function isStepApart(index: Expr, object: Expr): boolean {
  if (index.kind !== "update") return false;
  const { target } = index;
  return (target.kind === "name" || target.kind === "member") && target.type.kind === "number" && !mayAct(object);
}

const ANY_LENGTH = range(LENGTH.low, LENGTH.high);

/** The length of what an expression gives. */
export function lengthOf(walk: Walk, expr: Expr): Range {
  if (expr.kind === "string") return range(expr.value.length, expr.value.length);
  if (expr.kind === "array") {
    const count = expr.items.filter((item) => item.kind !== "spread").length;
    return range(count, count === expr.items.length ? count : ANY_LENGTH.high);
  }
  if (expr.kind === "new") return lengthOfNew(walk, expr);
  if (expr.kind === "call") return isSplit(expr) ? range(1, ANY_LENGTH.high) : ANY_LENGTH;
  if (expr.kind === "view" || expr.kind === "nonNull") return lengthOf(walk, expr.value);
  const fixed = expr.kind === "name" ? fixedLength(walk, expr.binding) : undefined;
  if (fixed !== undefined) return range(fixed, fixed);
  const container = containerKey(walk.solver.program, expr, walk.func);
  return (container === null ? undefined : walk.env.get(`#${container}`)) ?? ANY_LENGTH;
}

function fixedLength({ solver }: Walk, binding: number): number | undefined {
  const literal = solver.program.bindings[binding]?.literal;
  return typeof literal === "string" ? literal.length : solver.tableLengths.get(binding);
}

/** `text.split(",")` gives one part at least. */
function isSplit({ callee, args: [separator, limit] }: ExprOf<"call">): boolean {
  const isMethod = callee.kind === "member" && callee.name === "split" && callee.object.type.kind === "string";
  return isMethod && limit === undefined && separator?.kind === "string" && separator.value !== "";
}

/** `new Uint8Array(n)` has n elements. */
function lengthOfNew(walk: Walk, expr: ExprOf<"new">): Range {
  const [size] = expr.args;
  if (!isTypedArray(expr.type) || size === undefined) return ANY_LENGTH;
  if (size.kind === "array") return lengthOf(walk, size);
  if (size.type.kind !== "number") return ANY_LENGTH;
  const given = peek(walk, size);
  return isNothing(given) ? ANY_LENGTH : range(Math.max(0, given.low), Math.max(0, given.high));
}

/** The lengths of a program's tables: constants at the top of its modules, with a length that is written there. */
export function tableLengths({ modules, bindings }: Program): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const statement of modules.flatMap(({ body }) => body)) {
    if (statement.kind !== "declare" || statement.value?.kind !== "new" || !isTypedArray(statement.value.type))
      continue;
    const [size] = statement.value.args;
    const length = size?.kind === "number" ? size.value : size?.kind === "array" ? literalLength(size) : null;
    if (length !== null && !bindings[statement.binding]?.reassigned) found.set(statement.binding, length);
  }
  return found;
}

function literalLength({ items }: ExprOf<"array">): number | null {
  return items.some((item) => item.kind === "spread") ? null : items.length;
}

/** How the length of what an expression gives stands to the lengths of others. */
function lengthDifferences(walk: Walk, expr: Expr): Differences {
  if (expr.kind === "new" && expr.args[0]?.type.kind === "number") return differencesOf(walk, expr.args[0]);
  const container = containerKey(walk.solver.program, expr, walk.func);
  if (container === null) return NONE;
  return new Map([...walk.env.differences(`#${container}`), [container, range(0, 0)]]);
}

/**
 * Of numbers only what Math.min and Math.max tell. What is written to a place is another number from then on, and so may be
 * a property of that name of any object.
 */
function isKept(value: Expr, place: string, other: string): boolean {
  if (!other.startsWith(NUMBER)) return true;
  const name = place.lastIndexOf(".");
  const isWritten = name >= 0 && name < place.length - 1 && other.endsWith(place.slice(name));
  return value.kind === "call" && other.slice(1) !== place && !isWritten;
}

/** What a value tells of the place that it is stored in, asked before the place is forgotten. */
export function learn(walk: Walk, value: Expr, result: Range): (target: Expr) => void {
  const isNumber = (value.type.kind === "number" || value.type.kind === "float") && !isNothing(result);
  const differences =
    value.type.kind === "float" ? NONE : isNumber ? differencesOf(walk, value) : lengthDifferences(walk, value);
  const own = isNumber ? result : lengthOf(walk, value);
  return (target) => {
    const { program } = walk.solver;
    const container = isNumber ? null : containerKey(program, target, walk.func);
    const place = isNumber ? keyOf(program, target, walk.func) : container && `#${container}`;
    if (place === null) return;
    if (own !== ANY_LENGTH) walk.env.set(place, own);
    for (const [other, difference] of differences)
      if (other !== container && isKept(value, place, other)) walk.env.set(`${place}<${other}`, difference);
  };
}

const CHARACTER_METHODS = new Set(["charAt", "charCodeAt", "codePointAt", "at"]);

/** `text.charCodeAt(i)`: whether i is inside. */
export function noteCharacter(walk: Walk, { id, callee, args: [index] }: ExprOf<"call">, [at]: readonly Range[]): void {
  if (callee.kind !== "member" || index === undefined || at === undefined || !CHARACTER_METHODS.has(callee.name))
    return;
  walk.solver.noteInside(id, isInside(walk, callee.object, index, at));
}
