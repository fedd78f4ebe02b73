// Floats of every size, drawn at random and at the edges: what is computed of them, compared, made integers of and written
// as texts, on the device as in Node. Each float stands in the program as a constant, so that what MicroPython's parser
// makes of it is seen too.
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { exactDecimal } from "../src/lower/expressions/floats.ts";
import { constantFloat, floatOperation, floatRoot, integerOf, isFloat } from "../src/ranges/floats.ts";
import { join, type Range } from "../src/ranges/range.ts";
import { judgeOne, removeFolder } from "./generator/batch.ts";
import { closeDevice } from "./harness/device-side.ts";

const SEED = 2026;

afterAll(async () => {
  removeFolder();
  await closeDevice();
});

function fromBits(bits: number): number {
  return new Float32Array(Uint32Array.of(bits).buffer)[0] as number;
}

/** The sign, the exponent and the digits of a float, each by itself: small and large ones are equally likely. */
function floatsOf(exponents: { min: number; max: number }): fc.Arbitrary<number> {
  const digits = fc.oneof(fc.integer({ min: 0, max: 0x7fffff }), fc.constantFrom(0, 1, 0x7fffff, 0x400000, 0x3fffff));
  return fc
    .tuple(fc.boolean(), fc.integer(exponents), digits)
    .map(([minus, exponent, low]) => fromBits((minus ? 0x80000000 : 0) + (exponent + 127) * 2 ** 23 + low));
}

const everyFloat = fc.oneof(floatsOf({ min: -126, max: 127 }), fc.constant(0));
/** Products and quotients of these stay floats. */
const middling = fc.oneof(
  floatsOf({ min: -30, max: 30 }),
  floatsOf({ min: -3, max: 26 }),
  fc.constantFrom(0, 1, -1, 0.5, 2 ** 24),
);

/** Digits enough to tell any float from its neighbours, of any size. */
const SHOW = `
const f = Math.fround;
const show = (x: float): string => {
  if (Math.abs(x) > f(1e18)) return \`\${f(x / f(1e18)).toFixed(30)} large\`;
  return Math.abs(x) > f(1e-10) || x === 0 ? x.toFixed(40) : x.toFixed(70);
};
`;

function listOf(name: string, values: readonly number[]): string {
  return `const ${name}: float[] = [${values.map((value) => `f(${value})`).join(", ")}];`;
}

const OPERATIONS = `
for (let i = 0; i < xs.length; i++) {
  const [x, y]: [float, float] = [xs[i]!, ys[i]!];
  console.log(i, show(f(x + y)), show(f(x - y)), show(f(x * y)), y === 0 ? "" : show(f(x / y)));
  console.log(x < y, x <= y, x === y, x > y, show(Math.min(x, y)), show(Math.max(x, y)), show(Math.abs(x)), show(-x));
  console.log(x < 0 ? "" : show(f(Math.sqrt(x))), x.toFixed(), x.toFixed(1), y.toFixed(2), y.toFixed(7));
  console.log(Math.floor(x) + 0, Math.ceil(x) + 0, Math.trunc(y) + 0, Math.round(x) + 0, Math.round(y) + 0);
}`;

const CONVERSIONS = `
for (const n of ns) console.log(n, f(n).toFixed(0), f(-n).toFixed(0), show(f(f(n) / 3)), Math.trunc(f(n)));`;

async function same(source: string): Promise<void> {
  const { diagnostics, difference } = await judgeOne(source);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  expect(difference).toBeNull();
}

describe("on the device as in Node", () => {
  const lists = fc.array(middling, { minLength: 40, maxLength: 40 });
  it.each(fc.sample(fc.tuple(lists, lists), { seed: SEED, numRuns: 6 }))("operations, %#", async (xs, ys) => {
    await same(`${SHOW}${listOf("xs", xs)}\n${listOf("ys", ys)}${OPERATIONS}`);
  });

  const whole = fc.oneof(
    fc.maxSafeNat(),
    fc.nat(),
    fc.nat().map((n) => n * 2 ** 22),
    fc.integer({ min: 2 ** 24, max: 2 ** 27 }),
  );
  const integers = fc.array(
    whole.filter((n) => n < 2 ** 53 - 2 ** 29),
    { minLength: 80, maxLength: 80 },
  );
  it.each(
    fc.sample(
      integers.map((ns) => [ns]),
      { seed: SEED, numRuns: 2 },
    ),
  )("integers, %#", async (ns) => {
    await same(`${SHOW}const ns = [${ns}];${CONVERSIONS}`);
  });

  const all = fc.array(everyFloat, { minLength: 150, maxLength: 150 });
  it.each(
    fc.sample(
      all.map((xs) => [xs]),
      { seed: SEED, numRuns: 3 },
    ),
  )("constants, %#", async (xs) => {
    await same(`${SHOW}${listOf("xs", xs)}for (const x of xs) console.log(show(x));`);
  });
});

describe("what is proven of a result holds", () => {
  /** A range around floats, as the analysis makes it of them. */
  const ranged = fc.array(everyFloat, { minLength: 1, maxLength: 3 }).map((values) => ({
    values,
    range: values.map(constantFloat).reduce(join),
  }));

  function holds({ low, high, grain = 0 }: Range, value: number): boolean {
    return value >= low && value <= high && Number.isInteger(value / grain);
  }

  const COMPUTE: Record<string, (a: number, b: number) => number> = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    "/": (a, b) => a / b,
  };

  it.each(Object.keys(COMPUTE))("of %s", (operator) => {
    const property = fc.property(ranged, ranged, (a, b) => {
      const { value, isSafe } = floatOperation(operator, a.range, b.range);
      for (const x of a.values)
        for (const y of b.values) {
          const exact = COMPUTE[operator]?.(x, y) as number;
          const result = Math.fround(exact);
          const isNormal = isFloat(result) && (result !== 0 || exact === 0);
          expect(isNormal || !isSafe, `${x} ${operator} ${y} is ${result}`).toBe(true);
          if (isNormal) expect(holds(value, result), `${x} ${operator} ${y} is ${result}`).toBe(true);
        }
    });
    fc.assert(property, { seed: SEED, numRuns: 4000 });
  });

  it("of roots and of integers", () => {
    const property = fc.property(ranged, ({ values, range }) => {
      for (const x of values) {
        if (x >= 0) expect(holds(floatRoot(range).value, Math.fround(Math.sqrt(x)))).toBe(true);
        for (const name of ["floor", "ceil", "trunc", "round"] as const) {
          const { low, high, negativeZero } = integerOf(name, range);
          const result = Math[name](x);
          expect(result >= low && result <= high && (negativeZero || !Object.is(result, -0))).toBe(true);
        }
      }
    });
    fc.assert(property, { seed: SEED, numRuns: 4000 });
  });
});

describe("a decimal in the Python is read as the float that it stands for", () => {
  /** mp_decimal_exp() of MicroPython's py/parsenum.c on a board with floats of 32 bits: a factor 2^n, then one with 5^n. */
  function parsed(significand: number, exponent: number): number {
    const scaled = Math.fround(significand) * 2 ** exponent;
    return exponent < 0 && exponent >= -10
      ? Math.fround(scaled / Math.fround(5 ** -exponent))
      : Math.fround(scaled * Math.fround(5 ** exponent));
  }

  it("by the board's parser, too", () => {
    let decimals = 0;
    const short = fc.tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: -12, max: 12 }));
    const values = fc.oneof(
      everyFloat.map(Math.abs),
      short.map(([digits, exponent]) => Math.fround(Number(`${digits}e${exponent}`))),
    );
    const property = fc.property(values, (value) => {
      const decimal = exactDecimal(value);
      if (decimal === null) return;
      decimals++;
      const [digits = "", exponent = "0"] = decimal.toExponential().split("e");
      const significand = digits.replace(".", "");
      expect(parsed(Number(significand), Number(exponent) - significand.length + 1)).toBe(value);
    });
    fc.assert(property, { seed: SEED, numRuns: 20_000 });
    expect(decimals).toBeGreaterThan(2000);
  });
});
