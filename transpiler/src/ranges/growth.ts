// How the range of a cell grows from pass to pass, and how growth ends. Steady steps count as bounded (nobody counts 2^40
// steps). What grows faster jumps to the next constant of the program, to which a mask, a comparison or a clamp may hold
// it; beyond the last one it goes to infinity. Later passes bring it back down as far as they prove.
import { FLOATS } from "../types/cells.ts";
import { GRAIN_MIN } from "./floats.ts";
import { isNothing, type Range } from "./range.ts";

/** The passes in which growth is judged, each by its number. */
interface Patience {
  /** Until then a cell may simply grow. */
  readonly free: number;
  /** Until then what would grow on goes to the constants of the program first. */
  readonly bounded: number;
  /** Until then the steps of a variable may still be finding their size. */
  readonly settling: number;
  /** From here on what grows faster and faster may go anywhere. */
  readonly patient: number;
  /** From here on nothing counts as a step, so that every program comes to an end. */
  readonly steady: number;
}

const QUICK: Patience = { free: 4, bounded: 4, settling: 10, patient: 20, steady: 60 };
/** Waits for what arrives late, over many calls, before it judges. */
const THOROUGH: Patience = { free: 16, bounded: 26, settling: 32, patient: 42, steady: 90 };
/** A variable that changes by steps is taken to make fewer than this many: at 7 us a turn they take three months. */
const STEPS_MAX = 2 ** 40;
/** The largest step by which a variable is known to step. */
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

  private patience = QUICK;
  private readonly steppedBefore = new Set<number>();

  /** A number that is written in the program. */
  noteConstant(value: number): void {
    this.constants.add(Math.abs(value));
  }

  /** All that is large grows once more, and takes its time. */
  restart(): void {
    this.patience = THOROUGH;
    for (const end of [this.stepping.low, this.stepping.high]) {
      for (const cell of end.keys()) this.steppedBefore.add(cell);
      end.clear();
    }
    for (const noted of [this.last, this.tried.low, this.tried.high]) noted.clear();
  }

  /** Whether the cell is bounded only because it steps. */
  steps(cell: number): boolean {
    return this.stepping.low.has(cell) || this.stepping.high.has(cell) || this.steppedBefore.has(cell);
  }

  /** What a pass adds to the old range: `wide` is both. */
  grow(pass: number, cell: number, old: Range, wide: Range): Range {
    if (wide.grain !== undefined) return growFloat(this.patience, pass, old, { ...wide, grain: wide.grain });
    const last = this.last.get(cell);
    const low = this.end("low", pass, cell, wide.low, old.low - wide.low, last?.low);
    const high = this.end("high", pass, cell, wide.high, wide.high - old.high, last?.high);
    this.last.set(cell, { low: old.low - wide.low, high: wide.high - old.high });
    return { ...wide, low, high };
  }

  private end(end: End, pass: number, cell: number, edge: number, by: number, before = 0): number {
    const { free, bounded, settling, patient, steady } = this.patience;
    if (by === 0 || by === Number.POSITIVE_INFINITY || pass < free) return edge;
    if (pass < bounded) return this.constantBeyond(end, cell, edge) ?? edge;
    const sign = end === "low" ? -1 : 1;
    // The first value of a cell is no step yet. Most that counts goes up; what goes down once may stop at 0.
    if (end === "low" && before === Number.POSITIVE_INFINITY && pass < settling) return edge;
    if (by <= before && by <= STEP_MAX && pass < steady) {
      // What counts towards 0 may be held there by a test.
      if (sign * edge < 0) return 0;
      const most = Number.MAX_SAFE_INTEGER;
      const bound = Math.max(-most, Math.min(most, edge + sign * by * STEPS_MAX));
      this.stepping[end].set(cell, { bound, step: by });
      return bound;
    }
    this.stepping[end].delete(cell);
    if (pass < settling) return edge;
    if (pass < patient) return this.constantBeyond(end, cell, edge) ?? edge;
    // Once may be what arrived late.
    return before === 0 && pass < steady ? edge : sign * Number.POSITIVE_INFINITY;
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
    return {
      ...value,
      low: low && isNext(low, low.bound - value.low) ? low.bound : value.low,
      high: high && isNext(high, value.high - high.bound) ? high.bound : value.high,
    };
  }
}

/** Bounds of floats jump to powers of two with such exponents: there sums of smaller numbers come to rest by rounding. */
const EXPONENT_STRIDE = 8;

function growFloat(
  { free, patient }: Patience,
  pass: number,
  old: Range,
  wide: Range & { readonly grain: number },
): Range {
  if (pass < free || isNothing(old)) return wide;
  const isLost = pass >= patient;
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
