import { describe, expect, test } from "vitest";
import { kernelNames, readKernel } from "../bench/compiler/kernel.ts";
import { type Measured, measure } from "../bench/compiler/measure.ts";
import { ratiosOnPage, readPage } from "../bench/compiler/page.ts";
import { comparisonTable, isWithin, ratiosOf } from "../bench/compiler/table.ts";
import { mpyCross } from "../python-tools/index.ts";

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

/** The page may lag behind a little; what is worse by more must be seen. */
const LAG = 0.05;

describe("docs/compiler-bench.md", () => {
  const page = readPage();

  test.each(kernelNames())(
    "says what a run of %s gives, and why it is over where it is",
    async (name) => {
      const ratios = ratiosOf(await measure(await readKernel(name, await mpyCross())));
      const said = ratiosOnPage(page, name);
      for (const { id, value } of ratios.filter(({ most }) => most !== undefined))
        expect(value, `${id}: npm run bench:compiler -- --write`).toBeLessThan((said?.[id] ?? 0) + LAG);
      if (!ratios.every(isWithin)) expect(page).toContain(`### ${name}\n`);
    },
    60_000,
  );
});
