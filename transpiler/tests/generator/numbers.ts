// Expressions of integers, with values at the edges of what Node and the device hold. What leaves the 32-bit integers is
// brought back by an operator that programs use for it, before it is stored.
import { argument, at, atom, type Code, called, infix, LEVEL, object } from "./code.ts";
import { callRules, commonRules } from "./common.ts";
import type { Maker, Rule } from "./maker.ts";
import { anyOf, assignable, steppers } from "./places.ts";
import { BYTES, FLOAT, INT, TEXT, type Type } from "./types.ts";

/** An integer, and what its value is known to lie between. */
interface Int extends Code {
  readonly low: number;
  readonly high: number;
}

const I32 = { low: -(2 ** 31), high: 2 ** 31 - 1 };
const SAFE = 2 ** 53 - 1;

const LITERALS = [
  0,
  1,
  2,
  3,
  -1,
  5,
  7,
  10,
  -2,
  -7,
  31,
  255,
  256,
  1000,
  65535,
  -65536,
  2 ** 30 - 1,
  2 ** 30,
  2 ** 31 - 1,
];
const WIDE_LITERALS = [2 ** 31, -(2 ** 31) - 1, 2 ** 32 - 1, 2 ** 32, 2 ** 40 + 1, SAFE, -SAFE];

function int(code: Code, low: number, high: number): Int {
  return { ...code, low, high };
}

function literal(value: number): Int {
  const text = String(value);
  return int(value < 0 ? { text, level: LEVEL.unary } : atom(text), value, value);
}

/** An integer that may be as large as they get; for what a 32-bit integer is made of. */
function wide(m: Maker, depth: number): Int {
  if (depth > 0 && m.choices.chance(25)) return sum(m, depth);
  if (m.choices.chance(10)) return literal(m.choices.pick(WIDE_LITERALS));
  return narrow(m, depth);
}

function narrow(m: Maker, depth: number): Int {
  const known = m.variablesOf(INT);
  if (known.length > 0 && m.choices.chance(45)) {
    const { name, low = I32.low, high = I32.high } = m.choices.pick(known);
    return int(atom(name), low, high);
  }
  if (depth <= 0 || m.choices.chance(20)) return literal(m.choices.pick(LITERALS));
  const code = m.expression(INT, depth);
  const value = /^-?\d+$/.test(code.text) ? Number(code.text) : null;
  return int(code, value ?? I32.low, value ?? I32.high);
}

function sum(m: Maker, depth: number): Int {
  const [a, b] = [narrow(m, depth - 1), narrow(m, depth - 1)];
  if (m.choices.chance(60)) {
    const [low, high] = [a.low + b.low, a.high + b.high];
    return isSafe(low, high) ? int(infix("+", LEVEL.sum, a, b), low, high) : a;
  }
  const [low, high] = [a.low - b.high, a.high - b.low];
  return isSafe(low, high) ? int(infix("-", LEVEL.sum, a, b), low, high) : a;
}

function product(m: Maker, depth: number): Int {
  const [a, b] = [narrow(m, depth), narrow(m, depth)];
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  const [low, high] = [Math.min(...corners), Math.max(...corners)];
  if (isSafe(low, high)) return int(infix("*", LEVEL.product, a, b), low, high);
  const small = literal(m.choices.pick([0, 2, -3, 7, 100]));
  const times = [a.low * small.low, a.high * small.low];
  return isSafe(Math.min(...times), Math.max(...times))
    ? int(infix("*", LEVEL.product, a, small), Math.min(...times), Math.max(...times))
    : a;
}

function isSafe(low: number, high: number): boolean {
  return low >= -SAFE && high <= SAFE;
}

/** What was computed, as a 32-bit integer. */
function bounded(m: Maker, value: Int): Code {
  if (value.low >= I32.low && value.high <= I32.high) return value;
  const ways: (() => Code)[] = [
    () => infix("|", LEVEL.bitOr, value, atom("0")),
    () => infix("&", LEVEL.bitAnd, value, atom(m.choices.pick(["0xff", "0xffff", "0x7fffffff", "-2", "1"]))),
    () => infix("%", LEVEL.product, value, divisor(m)),
    () => infix(">>", LEVEL.shift, value, atom(m.choices.pick(["0", "1", "4", "31", "33"]))),
    () => infix(">>>", LEVEL.shift, value, atom(m.choices.pick(["1", "8", "31"]))),
    () => ({ text: `~${at(LEVEL.unary, value)}`, level: LEVEL.unary }),
  ];
  return m.choices.pick(ways)();
}

function divisor(m: Maker): Code {
  return m.choices.pick([
    atom("7"),
    atom("10"),
    atom("2"),
    atom("256"),
    { text: "-3", level: LEVEL.unary },
    atom("1000003"),
  ]);
}

const BITWISE = [
  ["&", LEVEL.bitAnd],
  ["|", LEVEL.bitOr],
  ["^", LEVEL.bitXor],
  ["<<", LEVEL.shift],
  [">>", LEVEL.shift],
] as const;

function bitwise(m: Maker, depth: number): Code {
  const [operator, level] = m.choices.pick(BITWISE);
  const left = wide(m, depth);
  const right = m.choices.chance(50) ? wide(m, depth) : literal(m.choices.pick([1, 3, 8, 31, 32]));
  return infix(operator, level, left, right);
}

/** A quotient that is rounded at once. */
function quotient(m: Maker, depth: number): Code {
  const [a, b] = [wide(m, depth), m.choices.chance(70) ? divisor(m) : odd(m, depth)];
  const divided = infix("/", LEVEL.product, a, b);
  const way = m.choices.pick(["Math.floor", "Math.trunc", "Math.ceil", "Math.round", "| 0"]);
  if (way === "| 0") return infix("|", LEVEL.bitOr, divided, atom("0"));
  return bounded(m, int(called(`${way}(${divided.text})`), a.low, a.high));
}

/** A divisor that is never zero. */
function odd(m: Maker, depth: number): Code {
  return infix("|", LEVEL.bitOr, infix("&", LEVEL.bitAnd, narrow(m, depth), atom("15")), atom("1"));
}

function mathCall(m: Maker, depth: number): Code {
  const [a, b] = [narrow(m, depth), narrow(m, depth)];
  switch (m.choices.below(5)) {
    case 0:
      return called(`Math.imul(${argument(a)}, ${argument(wide(m, depth))})`);
    case 1:
      return called(`Math.min(${argument(a)}, ${argument(b)})`);
    case 2:
      return called(`Math.max(${argument(a)}, ${argument(b)}, ${argument(narrow(m, depth))})`);
    case 3:
      return called(`Math.sign(${argument(a)})`);
    default:
      return bounded(m, int(called(`Math.abs(${argument(a)})`), 0, 2 ** 31));
  }
}

function unary(m: Maker, depth: number): Code {
  const a = narrow(m, depth);
  if (m.choices.chance(40)) return { text: `~${at(LEVEL.unary, a)}`, level: LEVEL.unary };
  const inner = at(LEVEL.unary, a);
  const negated = { text: inner.startsWith("-") ? `-(${inner})` : `-${inner}`, level: LEVEL.unary };
  return bounded(m, int(negated, -a.high, -a.low));
}

function power(m: Maker, depth: number): Code {
  const base = m.choices.pick([atom("2"), atom("3"), atom("10"), { text: "-2", level: LEVEL.unary }]);
  const exponent = infix("&", LEVEL.bitAnd, narrow(m, depth), atom("7"));
  return { text: `${at(LEVEL.postfix, base)} ** ${at(LEVEL.power, exponent)}`, level: LEVEL.power };
}

/** What lists, texts and collections say of themselves. */
function measure(m: Maker, depth: number): Code | null {
  const types: Type[] = m.variables
    .map(({ type }) => type)
    .filter(({ kind }) => ["list", "tuple", "map", "set", "bytes"].includes(kind));
  if (types.length === 0 || m.choices.chance(30)) return textMeasure(m, depth);
  const type = m.choices.pick(types);
  const value = object(anyOf(m, type, depth));
  if (type.kind === "map" || type.kind === "set") return called(`${value}.size`);
  if (type.kind === "list" && ["int", "text", "truth"].includes(type.item.kind) && m.choices.chance(50))
    return called(`${value}.indexOf(${argument(m.expression(type.item, depth))})`);
  if (type.kind === "bytes" && m.choices.chance(30))
    return called(`${value}.indexOf(${m.choices.pick(["0", "7", "255"])})`);
  return called(`${value}.length`);
}

function textMeasure(m: Maker, depth: number): Code {
  const text = object(m.expression(TEXT, depth));
  if (m.choices.chance(50)) return called(`${text}.length`);
  const method = m.choices.pick(["indexOf", "lastIndexOf"]);
  return called(`${text}.${method}(${argument(m.expression(TEXT, depth))})`);
}

/** An element where there may be none, and what stands for it. */
function element(m: Maker, depth: number): Code {
  const list = m.choices.chance(20) ? anyOf(m, BYTES, depth) : anyOf(m, { kind: "list", item: INT }, depth);
  const index = m.choices.chance(50) ? literal(m.choices.pick([0, 1, 2, 9])) : narrow(m, depth);
  const read = called(`${object(list)}[${index.text}]`);
  return { text: `${read.text} ?? ${at(LEVEL.bitOr, narrow(m, depth))}`, level: LEVEL.nullish };
}

/** `x ^= …`, `x++` and what else gives a value while it changes one. */
function change(m: Maker, depth: number): Code | null {
  const counter = steppers(m);
  if (counter.length > 0 && m.choices.chance(40)) {
    const name = m.choices.pick(counter);
    const step = m.choices.pick([`${name}++`, `${name}--`, `++${name}`, `--${name}`]);
    return bounded(m, int({ text: step, level: LEVEL.unary }, -SAFE, SAFE));
  }
  const target = assignable(m, INT);
  if (target === null) return null;
  const operator = m.choices.pick(["&=", "|=", "^=", ">>=", "<<="]);
  return { text: `${target} ${operator} ${argument(m.expression(INT, depth))}`, level: LEVEL.assignment };
}

export const INT_RULES: readonly Rule[] = [
  { weight: 8, make: (m) => (m.choices.chance(60) ? leaf(m) : bounded(m, literal(m.choices.pick(LITERALS)))) },
  { weight: 10, make: (m, depth) => bounded(m, sum(m, depth)) },
  { weight: 5, make: (m, depth) => bounded(m, product(m, depth)) },
  { weight: 8, make: bitwise },
  {
    weight: 4,
    make: (m, depth) =>
      bounded(m, int(infix(">>>", LEVEL.shift, wide(m, depth), atom(m.choices.pick(["0", "1", "9"]))), 0, 2 ** 32)),
  },
  { weight: 5, make: quotient },
  {
    weight: 4,
    make: (m, depth) => infix("%", LEVEL.product, narrow(m, depth), m.choices.chance(60) ? divisor(m) : odd(m, depth)),
  },
  { weight: 5, make: mathCall },
  { weight: 4, make: unary },
  { weight: 2, make: power },
  { weight: 6, make: measure },
  { weight: 5, make: element },
  { weight: 6, make: change },
  { weight: 3, make: ofFloat },
  { weight: 5, make: (m, depth) => called(`noteInt(${argument(m.expression(INT, depth))})`) },
  ...callRules(INT),
  ...commonRules(INT),
];

/** A float as an integer; 0 after it takes away the sign of -0. */
function ofFloat(m: Maker, depth: number): Code {
  const way = m.choices.pick(["floor", "ceil", "trunc", "round"]);
  const whole = called(`Math.${way}(${argument(anyOf(m, FLOAT, depth))})`);
  return infix("|", LEVEL.bitOr, whole, atom("0"));
}

function leaf(m: Maker): Code {
  const known = m.variablesOf(INT).filter(({ low = I32.low, high = I32.high }) => low >= I32.low && high <= I32.high);
  return known.length > 0 ? atom(m.choices.pick(known).name) : literal(m.choices.pick(LITERALS));
}
