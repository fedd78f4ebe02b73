// How tightly each kind of Python expression binds, as a table (Python reference, 6.17 Operator precedence).
// Where MicroPython's grammar is narrower than CPython's, the narrower one is meant.
import type { BinaryOperator, Expr } from "./ast.ts";

/** A place that wants level N takes every expression of level N or above bare, and anything lower in parentheses. */
export const Level = {
  /** `yield x`: bare only as a whole statement or right of an assignment. */
  yield: 0,
  /** `name := x`: bare only as the whole test of `if` and `while`. */
  walrus: 1,
  /** Conditionals and lambdas: what the grammar calls `test`. */
  test: 2,
  or: 3,
  and: 4,
  not: 5,
  compare: 6,
  bitOr: 7,
  bitXor: 8,
  bitAnd: 9,
  shift: 10,
  sum: 11,
  product: 12,
  unary: 13,
  power: 14,
  primary: 15,
  atom: 16,
} as const;

export type Level = (typeof Level)[keyof typeof Level];

/** The level of a binary expression, and the levels that its operands need to stand there bare. */
export interface BinaryLevels {
  readonly own: Level;
  readonly left: Level;
  readonly right: Level;
}

const bitOr: BinaryLevels = { own: Level.bitOr, left: Level.bitOr, right: Level.bitXor };
const bitXor: BinaryLevels = { own: Level.bitXor, left: Level.bitXor, right: Level.bitAnd };
const bitAnd: BinaryLevels = { own: Level.bitAnd, left: Level.bitAnd, right: Level.shift };
const shift: BinaryLevels = { own: Level.shift, left: Level.shift, right: Level.sum };
const sum: BinaryLevels = { own: Level.sum, left: Level.sum, right: Level.product };
const product: BinaryLevels = { own: Level.product, left: Level.product, right: Level.unary };
/** `-a ** b` is `-(a ** b)`, but `a ** -b` needs no parentheses; chains group to the right. */
const power: BinaryLevels = { own: Level.power, left: Level.primary, right: Level.unary };

export const binaryLevels: Readonly<Record<BinaryOperator, BinaryLevels>> = {
  "|": bitOr,
  "^": bitXor,
  "&": bitAnd,
  "<<": shift,
  ">>": shift,
  "+": sum,
  "-": sum,
  "*": product,
  "/": product,
  "//": product,
  "%": product,
  "**": power,
};

type LevelOf = { readonly [K in Expr["kind"]]: Level | ((expr: Extract<Expr, { kind: K }>) => Level) };

const levels: LevelOf = {
  name: Level.atom,
  // A negative literal is printed as a minus and a number, and binds like one: (-1) ** 2.
  int: (expr) => (expr.value < 0n ? Level.unary : Level.atom),
  float: (expr) => (expr.value < 0 || Object.is(expr.value, -0) ? Level.unary : Level.atom),
  str: Level.atom,
  bytes: Level.atom,
  constant: Level.atom,
  attribute: Level.primary,
  index: Level.primary,
  slice: Level.primary,
  call: Level.primary,
  star: Level.test,
  binary: (expr) => binaryLevels[expr.operator].own,
  unary: (expr) => (expr.operator === "not" ? Level.not : Level.unary),
  compare: Level.compare,
  bool: (expr) => (expr.operator === "or" ? Level.or : Level.and),
  conditional: Level.test,
  list: Level.atom,
  tuple: Level.atom,
  dict: Level.atom,
  lambda: Level.test,
  walrus: Level.walrus,
  yield: Level.yield,
  yieldFrom: Level.yield,
  listComp: Level.atom,
};

export function levelOf(expr: Expr): Level {
  const level = levels[expr.kind] as Level | ((expr: Expr) => Level);
  return typeof level === "function" ? level(expr) : level;
}
