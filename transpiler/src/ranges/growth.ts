// How the range of a cell grows from pass to pass, and how growth ends. Steady steps count as bounded (nobody counts 2^40
// steps). What grows faster jumps to the next constant of the program, to which a mask, a comparison or a clamp may hold
// it; beyond the last one it goes to infinity. Later passes bring it back down as far as they prove.
import { FLOATS } from "../types/cells.ts";
import { GRAIN_MIN } from "./floats.ts";
import { isNothing, type Range, range } from "./range.ts";

/** Passes in which a cell may simply grow before its growth is judged. */
const FREE_PASSES = 4;
/** Until then the steps of a variable may still be finding their size. */
const SETTLING_PASSES = 10;
/** From here on what grows faster and faster may go anywhere. */
const PATIENT_PASSES = 20;
/** From here on nothing counts as a step, so that every program comes to an end. */
const STEADY_PASSES = 60;
/** A variable that changes by steps is taken to make fewer than this many: at 7 us a turn they take three months. */
const STEPS_MAX = 2 ** 40;
/** The largest step that still counts as a step. */
const STEP_MAX = 2 ** 31;
/** One turn of a loop may make several steps, of several sizes. */
const STRIDES = 16;
/** Constants that are nearer to each other than this are not tried one by one. */
const STRIDE = 8;

/** One end of a range that steps: it is taken not to pass `bound`, by steps of at most `step`. */
interface Stepping {
  readonly bound: number;
  readonly step: number;
}

type End = "low" | "high";

export class Growth {
  private readonly constants = new Set<number>([0, 0x7fffffff, 0x80000000, 0xffffffff]);
  private readonly last = new Map<number, Record<End, number>>();
  private readonly stepping: Record<End, Map<number, Stepping>> = { low: new Map(), high: new Map() };
  private readonly tried: Record<End, Map<number, number>> = { low: new Map(), high: new Map() };

  /** A number that is written in the program. */
  noteConstant(value: number): void {
    this.constants.add(Math.abs(value));
  }

  /** Whether the cell is bounded only because it steps. */
  steps(cell: number): boolean {
    return this.stepping.low.has(cell) || this.stepping.high.has(cell);
  }

  /** What a pass adds to the old range: `wide` is both. */
  grow(pass: number, cell: number, old: Range, wide: Range): Range {
    if (wide.grain !== undefined) return growFloat(pass, old, { ...wide, grain: wide.grain });
    const last = this.last.get(cell);
    const low = this.end("low", pass, cell, wide.low, old.low - wide.low, last?.low);
    const high = this.end("high", pass, cell, wide.high, wide.high - old.high, last?.high);
    this.last.set(cell, { low: old.low - wide.low, high: wide.high - old.high });
    return { ...wide, low, high };
  }

  private end(end: End, pass: number, cell: number, edge: number, by: number, before = 0): number {
    if (by === 0 || by === Number.POSITIVE_INFINITY || pass < FREE_PASSES) return edge;
    const sign = end === "low" ? -1 : 1;
    // The first value of a cell is no step yet. Most that counts goes up; what goes down once may stop at 0.
    if (end === "low" && before === Number.POSITIVE_INFINITY && pass < SETTLING_PASSES) return edge;
    if (by <= before && by <= STEP_MAX && pass < STEADY_PASSES) {
      const most = Number.MAX_SAFE_INTEGER;
      const bound = Math.max(-most, Math.min(most, edge + sign * by * STEPS_MAX));
      this.stepping[end].set(cell, { bound, step: by });
      return bound;
    }
    this.stepping[end].delete(cell);
    if (pass < SETTLING_PASSES) return edge;
    if (pass < PATIENT_PASSES) return this.constantBeyond(end, cell, edge) ?? edge;
    // Once may be what arrived late.
    return before === 0 && pass < STEADY_PASSES ? edge : sign * Number.POSITIVE_INFINITY;
  }

  private constantBeyond(end: End, cell: number, edge: number): number | null {
    const sign = end === "low" ? -1 : 1;
    const least = Math.max(sign * edge, STRIDE * (this.tried[end].get(cell) ?? 0));
    let nearest = Number.POSITIVE_INFINITY;
    for (const constant of this.constants) {
      if (constant >= least && constant < nearest) nearest = constant;
    }
    if (!Number.isSafeInteger(nearest)) return null;
    this.tried[end].set(cell, nearest);
    return sign * nearest;
  }

  /** What is stored in a cell that steps, without the next step beyond its bound. */
  clip(cell: number, value: Range): Range {
    const [low, high] = [this.stepping.low.get(cell), this.stepping.high.get(cell)];
    const isNext = (stepping: Stepping | undefined, past: number) =>
      stepping && past > 0 && past <= stepping.step * STRIDES;
    return range(
      low && isNext(low, low.bound - value.low) ? low.bound : value.low,
      high && isNext(high, value.high - high.bound) ? high.bound : value.high,
      value.negativeZero,
      value.nan,
    );
  }
}

/** Bounds of floats jump to powers of two with such exponents: there sums of smaller numbers come to rest by rounding. */
const EXPONENT_STRIDE = 8;

function growFloat(pass: number, old: Range, wide: Range & { readonly grain: number }): Range {
  if (pass < FREE_PASSES || isNothing(old)) return wide;
  const isLost = pass >= PATIENT_PASSES;
  const beyond = (edge: number) =>
    edge <= 0 ? 0 : isLost ? FLOATS.high : Math.min(power(edge, Math.ceil), FLOATS.high);
  const isFiner = wide.grain < (old.grain ?? wide.grain);
  const finer = isLost ? GRAIN_MIN : Math.max(power(wide.grain, Math.floor), GRAIN_MIN);
  return {
    ...wide,
    low: wide.low < old.low ? -beyond(-wide.low) + 0 : wide.low,
    high: wide.high > old.high ? beyond(wide.high) : wide.high,
    grain: isFiner ? finer : wide.grain,
  };
}

function power(value: number, rounded: (exponent: number) => number): number {
  return 2 ** (EXPONENT_STRIDE * rounded(Math.log2(value) / EXPONENT_STRIDE));
}
