// The helpers of the library's wider methods, against the JavaScript that they stand for.
import fc from "fast-check";
import { describe, test } from "vitest";
import { type Comparison, expectSame, position, text } from "./differential.ts";

const same = <Args extends unknown[]>(
  python: string,
  javascript: Comparison<Args>["javascript"],
  args: fc.Arbitrary<Args>,
) => test(python, () => expectSame({ python, javascript, args, runs: 500 }));

function stop(): never {
  throw new Error("stops");
}

const ASTRAL = /[\ud800-\udfff]/;
const items = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 7 });
const item = fc.integer({ min: 0, max: 4 });

describe("texts", () => {
  same("ts_text_at", (s: string, i: number) => s.at(i), fc.tuple(text(), position));
  same(
    "ts_last_index_of",
    (s: string, t: string, i: number) => s.lastIndexOf(t, i),
    fc.tuple(text(), text(2), position),
  );
  same("ts_ends_with", (s: string, t: string, i: number) => s.endsWith(t, i), fc.tuple(text(), text(2), position));
  const dollars = fc
    .array(fc.constantFrom("x", "$", "$$", "$&", "$`", "$'", "$1", "😀"), { maxLength: 4 })
    .map((parts) => parts.join(""));
  same("ts_replace", (s: string, t: string, r: string) => s.replace(t, r), fc.tuple(text(), text(2), dollars));
  const mark = (match: string, at: number, whole: string) => `<${match}${at}/${whole.length}>`;
  const marking =
    'lambda s, t, n: ts_replace_by(s, t, lambda m, at, w: "<" + m + str(at) + "/" + str(ts_len(w)) + ">", n)';
  same(
    marking,
    (s: string, t: string, n: number) =>
      n === 1 ? s.replace(t, mark) : t === "" && ASTRAL.test(s) ? stop() : s.replaceAll(t, mark),
    fc.tuple(text(), text(1), fc.constantFrom(1, -1)),
  );
  same("ts_sort_texts", (xs: string[]) => xs.sort(), fc.tuple(fc.array(text(3), { maxLength: 8 })));
});

/** Texts that are numbers, nearly numbers, and none. */
const numeral = fc
  .array(fc.constantFrom("0", "1", "7", "9", "a", "f", "x", "o", "b", "e", ".", "-", "+", " ", "_", "\ufeff", "z"), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
const integerOrNaN = (n: number): unknown => {
  if (Number.isNaN(n)) return "NaN";
  return Number.isSafeInteger(n) && !Object.is(n, -0) ? n : stop();
};

describe("numbers", () => {
  const shown = "(lambda n: 'NaN' if n is ts_nan else n)";
  test("ts_number", () =>
    expectSame({
      python: `lambda s: ${shown}(ts_number(s))`,
      javascript: (s: string) => integerOrNaN(Number(s)),
      args: fc.tuple(
        fc.oneof(
          numeral,
          numeral.map((s) => `0x${s}`),
          numeral.map((s) => `1${s}`),
        ),
      ),
      runs: 4000,
    }));
  test("ts_parse_int", () =>
    expectSame({
      python: `lambda s, r: ${shown}(ts_parse_int(s, r))`,
      javascript: (s: string, r: number | null) => integerOrNaN(Number.parseInt(s, r ?? undefined)),
      args: fc.tuple(numeral, fc.constantFrom(null, 0, 1, 2, 8, 10, 16, 36, 37, -1, 2 ** 32 + 16)),
      runs: 3000,
    }));
  const squares = fc
    .integer({ min: 0, max: 2 ** 26 - 1 })
    .chain((n) => fc.constantFrom(n * n, Math.max(0, n * n - 1), n * n + 1));
  same(
    "ts_isqrt",
    (n: number) => Math.floor(Math.sqrt(n)),
    fc.tuple(fc.oneof(squares, fc.integer({ min: 0, max: 2 ** 52 - 1 }), fc.nat(50))),
  );
});

describe("arrays", () => {
  same("ts_at_end", (xs: number[], i: number) => xs.at(i), fc.tuple(items, position));
  const inTurn = fc.tuple(items, item, position);
  same("ts_index_of_item", (xs: number[], x: number, i: number) => xs.indexOf(x, i), inTurn);
  same("ts_index_of_is", (xs: number[], x: number, i: number) => xs.indexOf(x, i), inTurn);
  same("ts_last_index_of_item", (xs: number[], x: number, i: number) => xs.lastIndexOf(x, i), inTurn);
  same("ts_last_index_of_is", (xs: number[], x: number, i: number) => xs.lastIndexOf(x, i), inTurn);
  same(
    "lambda xs, x: ts_last_index_of_item(xs, x)",
    (xs: number[], x: number) => xs.lastIndexOf(x),
    fc.tuple(items, item),
  );
  same(
    "lambda xs, i, n, more: [ts_splice(xs, i, n, more), xs]",
    (xs: number[], i: number, n: number, more: number[]) => [xs.splice(i, n, ...more), xs],
    fc.tuple(items, position, position, items),
  );
  same(
    "lambda xs, i: [ts_splice(xs, i), xs]",
    (xs: number[], i: number) => [xs.splice(i), xs],
    fc.tuple(items, position),
  );
  const bounds = fc.tuple(items, position, position, position);
  same("ts_fill", (xs: number[], x: number, i: number, j: number) => xs.fill(x, i, j), bounds);
  same("ts_copy_within", (xs: number[], to: number, i: number, j: number) => xs.copyWithin(to, i, j), bounds);
  same("ts_with", (xs: number[], i: number, x: number) => xs.with(i, x), fc.tuple(items, position, item));
  same("ts_flat", (xs: number[][]) => xs.flat(), fc.tuple(fc.array(items, { maxLength: 4 })));
  same("lambda xs: list(ts_keys(xs))", (xs: number[]) => [...xs.keys()], fc.tuple(items));
  same("lambda xs, n: (ts_set_length(xs, n), xs)[1]", shorten, fc.tuple(items, position));
  const sparse = fc.array(fc.constantFrom(null, 3, 1, 2, 1), { maxLength: 8 });
  same(
    "lambda xs: ts_sort_defined(xs, lambda a, b: a - b)",
    (xs: (number | null)[]) => xs.map((x) => x ?? undefined).sort((a, b) => (a ?? 0) - (b ?? 0)),
    fc.tuple(sparse),
  );
  const keyed = fc
    .array(fc.integer({ min: -2, max: 2 }), { maxLength: 30 })
    .map((keys) => keys.map((key, i): [number, number] => [key, i]));
  same(
    "lambda xs, s: ts_sort_by(xs, lambda x: x[0], s)",
    (xs: [number, number][], sign: number) => xs.sort((a, b) => sign * (a[0] - b[0])),
    fc.tuple(keyed, fc.constantFrom(1, -1)),
  );
});

function shorten(xs: number[], n: number): number[] {
  if (n > xs.length) stop();
  xs.length = n;
  return xs;
}

describe("bytes", () => {
  const bytes = fc.array(fc.nat(255), { maxLength: 8 });
  same(
    "lambda b, x, i, j: list(ts_fill_bytes(bytearray(b), x, i, j))",
    (b: number[], x: number, i: number, j: number) => [...new Uint8Array(b).fill(x, i, j)],
    fc.tuple(bytes, fc.integer({ min: -300, max: 600 }), position, position),
  );
  same(
    "lambda b, to, i, j: list(ts_copy_bytes(bytearray(b), to, i, j))",
    (b: number[], to: number, i: number, j: number) => [...new Uint8Array(b).copyWithin(to, i, j)],
    fc.tuple(bytes, position, position, position),
  );
  same(
    "lambda b: list(ts_reverse_bytes(bytearray(b)))",
    (b: number[]) => [...new Uint8Array(b).reverse()],
    fc.tuple(bytes),
  );
  same(
    "lambda b, x: ts_last_index_of_byte(bytes(b), x)",
    (b: number[], x: number) => new Uint8Array(b).lastIndexOf(x),
    fc.tuple(fc.array(fc.nat(3), { maxLength: 6 }), fc.integer({ min: -1, max: 257 })),
  );
  const parts = [0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc3, 0xa9, 0xe0, 0xa0, 0xed, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0xf4];
  const utf8 = fc.array(fc.constantFrom(...parts, 0x90, 0xf8, 0xff, 0xef, 0xbb), { maxLength: 6 });
  test("ts_decode_any", () =>
    expectSame({
      python: "lambda b: [ts_decode_any(bytes(b)), ts_decode_any(memoryview(bytes(b)), True)]",
      javascript: (b: number[]) => [
        new TextDecoder().decode(new Uint8Array(b)),
        new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(b)),
      ],
      args: fc.tuple(
        fc.oneof(
          utf8,
          utf8.map((b) => [0xef, 0xbb, 0xbf, ...b]),
        ),
      ),
      runs: 4000,
    }));
});

describe("JSON", () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('"', "\\", '\\"', "[", "]", "{,", ":", "", "a\n", "é", 0, -5, null, true),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", 'b"', "{", "\\", ""), tie("value"), { maxKeys: 3 }),
    ),
  }));
  test("ts_json_indent", () =>
    expectSame({
      python: "ts_json_indent",
      javascript: (text: string, gap: number | string) => JSON.stringify(JSON.parse(text), null, gap),
      args: fc.tuple(
        value.map((one) => JSON.stringify(one)),
        fc.constantFrom(-1, 0, 1, 2, 11, "", "\t", "--", "0123456789abc"),
      ),
      runs: 2000,
    }));
});
