import { describe, expect, test } from "vitest";
import type { Measured } from "../bench/compiler/measure.ts";
import { comparisonTable, isWithin, ratiosOf } from "../bench/compiler/table.ts";

const measured: Measured = { instructions: 1000, us: 10, heapBytes: 0, depth: 2, bytes: 100, helperBytes: 0 };
const comparison = (compiled: Partial<Measured>) => ({
  name: "kernel",
  compiled: { ...measured, ...compiled },
  byHand: measured,
});

describe("the comparison with hand-written code", () => {
  test("counts the helpers' bytes, and nothing against nothing as equal", () => {
    const values = ratiosOf(comparison({ instructions: 1150, helperBytes: 50 })).map(({ value }) => value);
    expect(values).toEqual([1.15, 1, 1, 1.5]);
  });

  test("says what is over its target", () => {
    const ratios = ratiosOf(comparison({ instructions: 1151, us: 99, helperBytes: 20 }));
    expect(ratios.map(isWithin)).toEqual([false, true, true, true]);
    expect(comparisonTable([comparison({ instructions: 1151 })])).toMatch(/OVER: instructions$/);
    expect(comparisonTable([comparison({})])).toMatch(/ok$/);
  });
});
