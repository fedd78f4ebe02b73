// Floats of 32 bits: which numbers are floats, and how large what is computed of them can be. Beside its bounds a range of
// floats has a grain: all values are multiples of that power of two. So a value that is not 0 is not below the grain,
// and sums of such values are multiples of it again.
//
// An operation is safe where its result can neither be too large for a float nor too small for a normal one: the board
// takes the very small ones for 0. Others go through a helper that looks, and stops.
import { FLOATS } from "../types/cells.ts";
import { holds, isNonZero, isNothing, join, NOTHING, type Range, range } from "./range.ts";

/** The smallest normal number, and its last place. */
const NORMAL_MIN = 2 ** -126;
export const GRAIN_MIN = 2 ** -149;
/** A multiple of everything is 0 alone. */
const GRAIN_MAX = 2 ** 127;
/** Digits of the significand. */
const DIGITS = 24;
/** Up to here every integer is a float. */
export const EXACT_INTEGERS = { low: -(2 ** DIGITS), high: 2 ** DIGITS };

export const ANY_FLOAT: Range = floats(FLOATS.low, FLOATS.high, GRAIN_MIN, true);

export interface FloatResult {
  readonly value: Range;
  /** Nothing needs to be looked at when the program runs. */
  readonly isSafe: boolean;
}

/** 0, or a normal number of 32 bits. */
export function isFloat(value: number): boolean {
  return Number.isFinite(value) && Math.fround(value) === value && (value === 0 || Math.abs(value) >= NORMAL_MIN);
}

export function floats(low: number, high: number, grain: number, negativeZero = false): Range {
  return { ...range(low, high, negativeZero), grain };
}

export function constantFloat(value: number): Range {
  let grain = value === 0 ? GRAIN_MAX : lastPlace(Math.abs(value));
  while (value !== 0 && Number.isInteger(value / (2 * grain))) grain *= 2;
  return floats(value, value, grain, Object.is(value, -0));
}

/** The last place of the float just below, or at, a positive number. */
function lastPlace(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const exponent = ((view.getUint16(0) >> 4) & 0x7ff) - 1023;
  return 2 ** Math.min(127, Math.max(-149, exponent - DIGITS + 1));
}

/** How far from 0 a value is at least that is not 0. */
function least(a: Range): number {
  const nearest = holds(a, 0) ? 0 : Math.min(Math.abs(a.low), Math.abs(a.high));
  return Math.max(a.grain ?? GRAIN_MIN, nearest, GRAIN_MIN);
}

function most(a: Range): number {
  return Math.max(Math.abs(a.low), Math.abs(a.high));
}

/** Rounded bounds; beyond what floats can be the helper has stopped. */
function rounded(low: number, high: number, grain: number, smallest: number, negativeZero: boolean): FloatResult {
  const [from, to] = [Math.fround(low), Math.fround(high)];
  const kept = floats(
    Math.max(FLOATS.low, Math.min(from, FLOATS.high)),
    Math.min(FLOATS.high, Math.max(to, FLOATS.low)),
    Math.min(GRAIN_MAX, Math.max(grain, GRAIN_MIN)),
    negativeZero,
  );
  return { value: kept, isSafe: Number.isFinite(from) && Number.isFinite(to) && smallest >= NORMAL_MIN };
}

type Operation = (a: Range, b: Range) => FloatResult;

const grains = (a: Range, b: Range) => Math.min(a.grain ?? GRAIN_MIN, b.grain ?? GRAIN_MIN);

const add: Operation = (a, b) => {
  const grain = grains(a, b);
  return rounded(a.low + b.low, a.high + b.high, grain, grain, a.negativeZero && b.negativeZero);
};

const subtract: Operation = (a, b) => {
  const grain = grains(a, b);
  return rounded(a.low - b.high, a.high - b.low, grain, grain, a.negativeZero && holds(b, 0));
};

function corners(a: Range, b: Range, f: (x: number, y: number) => number): readonly [number, number] {
  const values = [f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)];
  return [Math.min(...values), Math.max(...values)];
}

function mayBeMinusZero(a: Range, b: Range): boolean {
  const isMinus = (zero: Range, by: Range) => (holds(zero, 0) && by.low < 0) || (zero.negativeZero && by.high >= 0);
  return isMinus(a, b) || isMinus(b, a);
}

const multiply: Operation = (a, b) => {
  const [low, high] = corners(a, b, (x, y) => x * y);
  const grain = (a.grain ?? GRAIN_MIN) * (b.grain ?? GRAIN_MIN);
  return rounded(low, high, grain, least(a) * least(b), mayBeMinusZero(a, b));
};

/** By what lies below 0, and by what lies above; 0 itself stops. */
const divide: Operation = (a, b) => {
  const nearest = least(b);
  const parts = [range(b.low, Math.min(b.high, -nearest)), range(Math.max(b.low, nearest), b.high)].filter(
    (part) => !isNothing(part),
  );
  if (parts.length === 0) return { value: ANY_FLOAT, isSafe: false };
  const bounds = parts.flatMap((part) => corners(a, part, (x, y) => x / y));
  const smallest = least(a) / most(b);
  const isMinus = a.negativeZero || (holds(a, 0) && b.low < 0);
  const result = rounded(Math.min(...bounds), Math.max(...bounds), lastPlace(smallest), smallest, isMinus);
  return { ...result, isSafe: result.isSafe && isNonZero(b) };
};

const FLOAT_OPERATIONS: Readonly<Record<string, Operation>> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": divide,
};

/** Math.fround(a <operator> b) */
export function floatOperation(operator: string, a: Range, b: Range): FloatResult {
  if (isNothing(a) || isNothing(b)) return { value: NOTHING, isSafe: true };
  return FLOAT_OPERATIONS[operator]?.(a, b) ?? { value: ANY_FLOAT, isSafe: false };
}

/** Math.fround(Math.sqrt(a)): below 0 it stops. */
export function floatRoot(a: Range): FloatResult {
  if (isNothing(a)) return { value: NOTHING, isSafe: true };
  const root = (value: number) => Math.sqrt(Math.max(value, 0));
  const smallest = root(least(a));
  const result = rounded(root(a.low), root(a.high), lastPlace(smallest), smallest, a.negativeZero);
  return { ...result, isSafe: a.low >= 0 };
}

/** Math.fround of an integer. */
export function floatOfInteger(a: Range): Range {
  return isNothing(a) ? NOTHING : floats(Math.fround(a.low), Math.fround(a.high), 1, a.negativeZero);
}

/** -a */
export function opposite(a: Range): Range {
  return isNothing(a) ? a : floats(-a.high, -a.low, a.grain ?? GRAIN_MIN, !isNonZero(a));
}

/** Math.abs, min and max. */
export const FLOAT_CHOICES: Readonly<Record<string, (args: readonly Range[]) => Range>> = {
  abs: ([a = NOTHING]) =>
    floats(holds(a, 0) ? 0 : Math.min(Math.abs(a.low), Math.abs(a.high)), most(a), a.grain ?? GRAIN_MIN),
  max: (args) => chosen(args, Math.max),
  min: (args) => chosen(args, Math.min),
};

function chosen(args: readonly Range[], choose: (...values: readonly number[]) => number): Range {
  return {
    ...args.reduce(join),
    low: choose(...args.map(({ low }) => low)),
    high: choose(...args.map(({ high }) => high)),
  };
}

/** Math.floor and its kin, of a float: where the result is -0, and how far it is from the float. */
export const TO_INTEGER: Readonly<Record<string, (value: number) => number>> = {
  ceil: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  trunc: Math.trunc,
};

export function integerOf(name: string, a: Range): Range {
  const whole = TO_INTEGER[name] ?? Math.trunc;
  const isBelow = name !== "floor" && a.low < 0 && a.high > -1;
  return range(whole(a.low) + 0, whole(a.high) + 0, a.negativeZero || isBelow);
}

/** The floats next to a value. */
export function nextFloat(value: number, direction: 1 | -1): number {
  const words = new Int32Array(1);
  const view = new Float32Array(words.buffer);
  view[0] = value;
  if (value === 0 || Math.abs(value) < NORMAL_MIN) return direction * NORMAL_MIN;
  words[0] = (words[0] as number) + (value > 0 ? direction : -direction);
  const next = view[0];
  return Math.abs(next) < NORMAL_MIN ? 0 : Number.isFinite(next) ? next : value;
}
