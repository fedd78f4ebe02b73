// The typed arrays of more than bytes, on the VM beside JavaScript's: owned ones, views of a buffer, and those whose
// buffer is asked for.
import fc from "fast-check";
import { describe, test } from "vitest";
import { type Comparison, expectSame } from "./differential.ts";

const KINDS = {
  b: Int8Array,
  h: Int16Array,
  H: Uint16Array,
  i: Int32Array,
  I: Uint32Array,
} as const;
type Code = keyof typeof KINDS;

const code = fc.constantFrom(...(Object.keys(KINDS) as Code[]));
const edges = [0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32];
const item = fc.oneof(
  fc.constantFrom(...edges, ...edges.map((n) => -n || 0), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
  fc.maxSafeInteger(),
  fc.integer({ min: -3, max: 3 }),
);
const items = fc.array(item, { maxLength: 7 });
const position = fc.integer({ min: -9, max: 9 });

/** How a program comes to have one: as Python's array, as a view with something before it, with a buffer of its own. */
const MAKERS = [
  "lambda c, xs: ts_words(c, xs)",
  "lambda c, xs: ts_refill(ts_view_words(c, '', bytearray(8 + len(bytes(ts_words(c, xs)))), 8), xs)",
  "lambda c, xs: ts_shared_words(c, xs)",
  "lambda c, xs: ts_subwords(ts_words(c, [7] + xs + [8]), 1, -1)",
  "lambda c, xs: ts_subwords(ts_shared_words(c, [7] + xs + [8]), 1, -1)",
];

function same<Args extends unknown[]>(
  name: string,
  python: string,
  javascript: (words: InstanceType<(typeof KINDS)[Code]>, ...args: Args) => unknown,
  args: fc.Arbitrary<Args>,
): void {
  test.each(MAKERS)(`${name}, of %s`, (made) =>
    expectSame({
      python: `lambda c, xs, args: (lambda w, *args: ${python})((${made})(c, xs), *args)`,
      javascript: (kind: Code, xs: number[], given: Args) => javascript(new KINDS[kind](xs), ...given),
      args: fc.tuple(code, items, args),
      runs: 150,
    } as Comparison<[Code, number[], Args]>),
  );
}

describe("words", () => {
  same("made and read", "list(w)", (w) => [...w], fc.constant([]));
  same("fill", "list(ts_fill(w, *args))", (w, x, i, j) => [...w.fill(x, i, j)], fc.tuple(item, position, position));
  same(
    "copyWithin",
    "list(ts_copy_words(w, *args))",
    (w, to, i, j) => [...w.copyWithin(to, i, j)],
    fc.tuple(position, position, position),
  );
  same(
    "subarray and slice",
    "[list(ts_subwords(w, *args)), len(ts_subwords(w, *args))]",
    (w, i, j) => [[...w.subarray(i, j)], w.slice(i, j).length],
    fc.tuple(position, position),
  );
  same(
    "what a part shares",
    "(lambda p: [ts_fill(p, 5), list(w)][1])(ts_subwords(w, *args))",
    (w, i, j) => {
      w.subarray(i, j).fill(5);
      return [...w];
    },
    fc.tuple(position, position),
  );
  same(
    "set",
    "[ts_set_words(w, *args), list(w)][1]",
    (w, xs, at) => {
      w.set(xs, at);
      return [...w];
    },
    fc.tuple(items, position),
  );
  same(
    "set, from itself",
    "[ts_set_words(w, ts_subwords(w, args[0], args[1]), args[2]), list(w)][1]",
    (w, i, j, at) => {
      w.set(w.subarray(i, j), at);
      return [...w];
    },
    fc.tuple(position, position, position),
  );
  same(
    "indexOf and lastIndexOf",
    "[ts_index_of_word(w, *args), ts_last_index_of_item(w, *args)]",
    (w, x, at) => [w.indexOf(x, at), w.lastIndexOf(x, at)],
    fc.tuple(item, position),
  );
  same("with", "list(ts_words(c, ts_with_typed(w, *args)))", (w, i, x) => [...w.with(i, x)], fc.tuple(position, item));
  same(
    "sort and reverse",
    "[list(ts_refill(w, sorted(w))), list(ts_refill(w, list(reversed(w))))]",
    (w) => [[...w.sort()], [...w.reverse()]],
    fc.constant([]),
  );
  same(
    "an element written anywhere",
    "[ts_put_typed(w, *args), list(w), ts_at(w, args[0]), ts_at_end(w, args[0])]",
    (w, i, x) => {
      w[i] = x;
      return [null, [...w], w[i] ?? null, w.at(i) ?? null];
    },
    fc.tuple(position, item),
  );

  test("where a view may begin", () =>
    expectSame({
      python: "lambda c, n, *args: list(ts_view_words(c, '', bytearray(range(n)), *args))",
      javascript: (kind: Code, size: number, ...where: number[]) => [
        ...new KINDS[kind](Uint8Array.from({ length: size }, (_, i) => i).buffer, ...where),
      ],
      args: fc.tuple(code, fc.nat(17), position, position) as fc.Arbitrary<[Code, number, ...number[]]>,
      runs: 2000,
    }));

  test("where a view may begin that goes on to the end", () =>
    expectSame({
      python: "lambda c, n, *args: list(ts_view_words(c, '', bytearray(range(n)), *args))",
      javascript: (kind: Code, size: number, ...where: number[]) => [
        ...new KINDS[kind](Uint8Array.from({ length: size }, (_, i) => i).buffer, ...where),
      ],
      args: fc.tuple(code, fc.nat(17), fc.integer({ min: -4, max: 20 })) as fc.Arbitrary<[Code, number, ...number[]]>,
      runs: 2000,
    }));
});
