// Interval arithmetic over integers as JavaScript computes them. Bounds are binary64: beyond 2^53 they are estimates,
// which is enough to know that a result lies beyond 2^53.
import { type Bounds, SAFE } from "../types/cells.ts";

export interface Range extends Bounds {
  /** The value may be -0, which only console.log could show. */
  readonly negativeZero: boolean;
  /** The value may be NaN, which a test must take out before anything is computed with it. */
  readonly nan: boolean;
  /** 0 lies between the bounds, and a test has taken it out. */
  readonly nonZero?: true;
  /** Of floats: all are multiples of this power of two (floats.ts). */
  readonly grain?: number;
}

export const I32 = range(-0x80000000, 0x7fffffff);
export const U32 = range(0, 0xffffffff);
export const ANY: Range = range(SAFE.low, SAFE.high);
/** No value at all: code that nothing reaches, a cell that nothing was stored in. */
export const NOTHING: Range = range(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
export const NAN: Range = { ...NOTHING, nan: true };

export function range(low: number, high: number, negativeZero = false, nan = false): Range {
  return { low, high, negativeZero, nan };
}

export function isNothing(a: Bounds): boolean {
  return a.low > a.high;
}

export function within(a: Bounds, b: Bounds): boolean {
  return isNothing(a) || (a.low >= b.low && a.high <= b.high);
}

export function holds(a: Bounds, value: number): boolean {
  return a.low <= value && value <= a.high;
}

/** The value is certainly not 0. */
export function isNonZero(a: Bounds & Pick<Range, "nonZero">): boolean {
  return a.nonZero === true || !holds(a, 0);
}

function marked(a: Range, nonZero: boolean): Range {
  return nonZero && holds(a, 0) ? { ...a, nonZero } : a;
}

export function join(a: Range, b: Range): Range {
  const both = range(
    Math.min(a.low, b.low),
    Math.max(a.high, b.high),
    a.negativeZero || b.negativeZero,
    a.nan || b.nan,
  );
  const grain = coarsest(a, b);
  return marked(grain === undefined ? both : { ...both, grain }, isNonZero(a) && isNonZero(b));
}

/** The grain of both; none where that of one is not known. */
function coarsest(a: Range, b: Range): number | undefined {
  if (isNothing(a) || isNothing(b)) return a.grain ?? b.grain;
  return a.grain === undefined || b.grain === undefined ? undefined : Math.min(a.grain, b.grain);
}

export function meet(a: Range, b: Bounds & Pick<Range, "nonZero">): Range {
  const both = range(Math.max(a.low, b.low), Math.min(a.high, b.high), a.negativeZero, a.nan);
  return marked(a.grain === undefined ? both : { ...both, grain: a.grain }, isNonZero(a) || isNonZero(b));
}

export function same(a: Range, b: Range): boolean {
  const isAlike = a.low === b.low && a.high === b.high && a.negativeZero === b.negativeZero && a.nan === b.nan;
  return isAlike && a.nonZero === b.nonZero && a.grain === b.grain;
}

type Binary = (a: Range, b: Range) => Range;

function corners(a: Range, b: Range, f: (x: number, y: number) => number): Range {
  const values = [f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)].map((value) =>
    Number.isNaN(value) ? 0 : value,
  );
  return range(Math.min(...values), Math.max(...values));
}

const add: Binary = (a, b) => range(a.low + b.low, a.high + b.high, a.negativeZero && b.negativeZero);
const subtract: Binary = (a, b) => range(a.low - b.high, a.high - b.low, a.negativeZero && holds(b, 0));

const multiply: Binary = (a, b) => {
  const isMinus = (zero: Range, by: Range) => (holds(zero, 0) && by.low < 0) || (zero.negativeZero && by.high >= 0);
  return { ...corners(a, b, (x, y) => x * y), negativeZero: isMinus(a, b) || isMinus(b, a) };
};

/** The remainder has the sign of the dividend; -4 % 2 is -0. */
const remainder: Binary = (a, b) => {
  const most = Math.max(Math.abs(b.low), Math.abs(b.high)) - 1;
  const low = a.low < 0 ? -Math.min(most, -a.low) : 0;
  const high = a.high > 0 ? Math.min(most, a.high) : 0;
  return range(low, high, a.low < 0 || a.negativeZero);
};

const power: Binary = (a, b) => {
  const result = corners(a, b, (x, y) => x ** y);
  const signed =
    a.low < 0
      ? range(-Math.max(Math.abs(result.low), result.high), Math.max(Math.abs(result.low), result.high))
      : result;
  return { ...signed, negativeZero: a.negativeZero };
};

/** The least 2^n - 1 that is not below the value. */
function mask(value: number): number {
  return value <= 0 ? 0 : 2 ** Math.ceil(Math.log2(value + 1)) - 1;
}

const and: Binary = (a, b) => {
  const positive = (x: Range) => x.low >= 0 && x.high <= 0x7fffffff;
  if (positive(a) && positive(b)) return range(0, Math.min(a.high, b.high));
  if (positive(b)) return range(0, b.high);
  return positive(a) ? range(0, a.high) : I32;
};

const or: Binary = (a, b) => {
  if (a.low >= 0 && b.low >= 0 && within(a, I32) && within(b, I32))
    return range(Math.max(a.low, b.low), Math.max(mask(a.high), mask(b.high)));
  if (a.low === 0 && a.high === 0 && within(b, I32)) return range(b.low, b.high);
  if (b.low === 0 && b.high === 0 && within(a, I32)) return range(a.low, a.high);
  return I32;
};

const xor: Binary = (a, b) => {
  if (a.low >= 0 && b.low >= 0 && within(a, I32) && within(b, I32))
    return range(0, Math.max(mask(a.high), mask(b.high)));
  return I32;
};

const shiftLeft: Binary = (a, b) => {
  if (!within(b, range(0, 31))) return I32;
  const result = corners(a, b, (x, y) => x * 2 ** y);
  return within(result, I32) && within(a, I32) ? result : I32;
};

const shiftRight: Binary = (a, b) => {
  const from = within(a, I32) ? a : I32;
  return within(b, range(0, 31))
    ? corners(from, b, (x, y) => Math.floor(x / 2 ** y))
    : range(Math.min(from.low, 0), Math.max(from.high, 0));
};

const shiftRightUnsigned: Binary = (a, b) => {
  const from = within(a, U32) ? a : U32;
  return within(b, range(0, 31)) ? corners(from, b, (x, y) => Math.floor(x / 2 ** y)) : range(0, from.high);
};

export const BINARY: Record<string, Binary> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "%": remainder,
  "**": power,
  "&": and,
  "|": or,
  "^": xor,
  "<<": shiftLeft,
  ">>": shiftRight,
  ">>>": shiftRightUnsigned,
};

export function floorDivision(a: Range, b: Range): Range {
  return {
    ...quotients(a, b, Math.floor),
    negativeZero: a.negativeZero || (!isNonZero(a) && b.low < 0),
  };
}

export function truncatedDivision(a: Range, b: Range): Range {
  return rounded(a, b, Math.trunc);
}

export function ceilingDivision(a: Range, b: Range): Range {
  return rounded(a, b, Math.ceil);
}

/** Math.round(a / b): half up. */
export function roundedDivision(a: Range, b: Range): Range {
  return rounded(a, b, Math.round);
}

/** A quotient below 0 may become -0, and 0 divided by what is below 0 is -0. */
function rounded(a: Range, b: Range, by: (quotient: number) => number): Range {
  const result = quotients(a, b, by);
  const isSigned = a.negativeZero || (a.low < 0 && b.high > 0) || (a.high >= 0 && b.low < 0);
  return { ...result, negativeZero: isSigned && holds(result, 0) };
}

/** Of the divisors below 0 and of those above; 0 itself is refused elsewhere. */
function quotients(a: Range, b: Range, rounded: (quotient: number) => number): Range {
  const parts = [range(b.low, Math.min(b.high, -1)), range(Math.max(b.low, 1), b.high)].filter(
    (part) => !isNothing(part),
  );
  return parts.map((part) => corners(a, part, (x, y) => rounded(x / y))).reduce(join, NOTHING);
}

export function negate(a: Range): Range {
  return marked(range(-a.high, -a.low, !isNonZero(a)), isNonZero(a));
}

export function complement(a: Range): Range {
  return within(a, I32) ? range(-a.high - 1, -a.low - 1) : I32;
}

export function absolute(a: Range): Range {
  const high = Math.max(Math.abs(a.low), Math.abs(a.high));
  const low = holds(a, 0) ? (isNonZero(a) ? 1 : 0) : Math.min(Math.abs(a.low), Math.abs(a.high));
  return range(low, high);
}
