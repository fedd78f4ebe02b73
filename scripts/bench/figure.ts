// A figure of the benchmark: what was measured, what it is held against, and how all of them are printed.
import { columns, grouped } from "../build/columns.ts";

/** What a figure must not pass. */
interface Target {
  readonly limit: number;
  /** "most": the limit is the largest value allowed; "least": the smallest. */
  readonly is: "most" | "least";
}

export interface Figure {
  /** For machines: snake case, the unit last. */
  readonly id: string;
  /** For people, without the unit. */
  readonly name: string;
  readonly unit: "ms" | "s" | "bytes" | "calls" | "messages" | "erases";
  readonly value: number;
  /** A fixed figure that the value is given as a multiple of. */
  readonly reference?: number;
  readonly target?: Target;
}

const HEADER = ["figure", "measured", "reference", "ratio", "target", ""];

/** Digits after the point, by unit. */
const DIGITS: Readonly<Record<Figure["unit"], number>> = { ms: 1, s: 2, bytes: 0, calls: 1, messages: 0, erases: 0 };

/** Undefined for a figure without a target. */
export function isReached({ value, target }: Figure): boolean | undefined {
  if (target === undefined) return undefined;
  return target.is === "most" ? value <= target.limit : value >= target.limit;
}

/** The value as a multiple of its reference; undefined without one. */
export function ratioOf({ value, reference }: Figure): number | undefined {
  return reference === undefined ? undefined : value / reference;
}

/** The figures in columns, one a line. */
export function figureTable(figures: readonly Figure[]): string {
  return columns([HEADER, ...figures.map(cells)]);
}

/** One figure as plain data, for --json. */
export function figureData(figure: Figure): Record<string, unknown> {
  return { ...figure, ratio: ratioOf(figure), reached: isReached(figure) };
}

function cells(figure: Figure): string[] {
  const { name, unit, value, reference, target } = figure;
  const amount = (number: number) => `${grouped(number, DIGITS[unit])} ${unit}`;
  const ratio = ratioOf(figure);
  return [
    name,
    amount(value),
    reference === undefined ? "" : amount(reference),
    ratio === undefined ? "" : ratio.toFixed(2),
    target === undefined ? "" : `${target.is === "most" ? "at most" : "at least"} ${amount(target.limit)}`,
    verdict(figure),
  ];
}

function verdict(figure: Figure): string {
  const reached = isReached(figure);
  if (reached === undefined) return "";
  return reached ? "ok" : figure.target?.is === "most" ? "OVER" : "UNDER";
}
