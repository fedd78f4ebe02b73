// The comparison as ratios of compiled to hand-written, each beside the most that it may be.
import { columns, grouped } from "../../build/columns.ts";
import type { Comparison, Measured } from "./measure.ts";

export interface Ratio {
  readonly id: "instructions" | "time" | "heap" | "bytes";
  readonly value: number;
  /** Undefined for what depends on the machine, or is counted elsewhere. */
  readonly most?: number;
}

/** Compiled code may take so many times what hand-written code takes. */
export const MOST = { instructions: 1.15, heap: 1.15, bytes: 1.2 } as const;

export function ratiosOf({ compiled, byHand }: Comparison): Ratio[] {
  const total = (measured: Measured) => measured.bytes + measured.helperBytes;
  return [
    { id: "instructions", value: ratio(compiled.instructions, byHand.instructions), most: MOST.instructions },
    { id: "time", value: ratio(compiled.us, byHand.us) },
    { id: "heap", value: ratio(compiled.heapBytes, byHand.heapBytes), most: MOST.heap },
    { id: "bytes", value: ratio(total(compiled), total(byHand)), most: MOST.bytes },
  ];
}

function ratio(a: number, b: number): number {
  return a === b ? 1 : a / b;
}

export function isWithin({ value, most }: Ratio): boolean {
  return most === undefined || value <= most;
}

const HEADER = ["kernel", "instructions", "time", "heap", "bytes", "of them helpers", "depth", ""];

export function comparisonTable(comparisons: readonly Comparison[]): string {
  const target = ["at most", `${MOST.instructions}`, "", `${MOST.heap}`, `${MOST.bytes}`, "", "", ""];
  return columns([HEADER, target, ...comparisons.map(row)]);
}

function row(comparison: Comparison): string[] {
  const { name, compiled, byHand } = comparison;
  const ratios = ratiosOf(comparison);
  const over = ratios.filter((one) => !isWithin(one)).map(({ id }) => id);
  return [
    name,
    ...ratios.map(({ value }) => value.toFixed(2)),
    grouped(compiled.helperBytes),
    `${compiled.depth.toFixed(1)} : ${byHand.depth.toFixed(1)}`,
    over.length === 0 ? "ok" : `OVER: ${over.join(", ")}`,
  ];
}

/** The figures themselves, compiled and by hand. */
export function figuresTable(comparisons: readonly Comparison[]): string {
  const pair = (a: number, b: number) => `${grouped(a)} : ${grouped(b)}`;
  const rows = comparisons.map(({ name, compiled, byHand }) => [
    name,
    pair(compiled.instructions, byHand.instructions),
    pair(compiled.us, byHand.us),
    pair(compiled.heapBytes, byHand.heapBytes),
    pair(compiled.bytes, byHand.bytes),
  ]);
  return columns([["compiled : by hand", "instructions", "us", "bytes of heap", "bytes of .mpy"], ...rows]);
}
