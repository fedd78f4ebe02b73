// The helpers that compiled programs use, against the JavaScript that they stand for.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runOnVm } from "../../src/vm/index.ts";
import { type Comparison, expectSame, integer, position, text, wholeRuntime } from "./differential.ts";

const notZero = integer.filter((n) => n !== 0);
const safe = (n: number): number => {
  if (!Number.isSafeInteger(n)) throw new Error("not an exact integer");
  return n + 0;
};

/** `python: javascript` of helpers over integers. */
const NUMBERS: Record<string, (a: number, b: number) => number | string> = {
  "lambda a, b: ts_i32(a)": (a) => a | 0,
  "lambda a, b: ts_u32(a)": (a) => a >>> 0,
  ts_shl: (a, b) => a << b,
  ts_shr: (a, b) => a >> b,
  ts_ushr: (a, b) => a >>> b,
  ts_imul: (a, b) => Math.imul(a, b),
  "lambda a, b: ts_sign(a)": (a) => Math.sign(a) + 0,
  "lambda a, b: ts_clz32(a)": (a) => Math.clz32(a),
  "lambda a, b: ts_fixed(a, b & 3)": (a, b) => (a + 0).toFixed(b & 3),
  "lambda a, b: ts_radix(a, 2 + (b & 31))": (a, b) => (a + 0).toString(2 + (b & 31)),
};
const DIVISIONS: Record<string, (a: number, b: number) => number> = {
  ts_mod: (a, b) => (a % b) + 0,
  ts_trunc_div: (a, b) => Math.trunc(a / b) + 0,
};

describe("numbers", () => {
  for (const [python, javascript] of Object.entries(NUMBERS)) {
    test(python, () => expectSame({ python, javascript, args: fc.tuple(integer, integer) }));
  }
  for (const [python, javascript] of Object.entries(DIVISIONS)) {
    test(python, () => expectSame({ python, javascript, args: fc.tuple(integer, notZero) }));
  }
  test("ts_round_div", () =>
    expectSame({
      python: "ts_round_div",
      javascript: (a: number, b: number) => safe(Math.round(a / b)),
      args: fc.tuple(
        integer.filter((n) => Math.abs(n) < 2 ** 52),
        notZero,
      ),
    }));
});

const strings = <Args extends unknown[]>(
  python: string,
  javascript: Comparison<Args>["javascript"],
  args: fc.Arbitrary<Args>,
) => test(python, () => expectSame({ python, javascript, args, runs: 500 }));

describe("strings, counted in UTF-16 units; a lone surrogate stops", () => {
  strings("ts_len", (s: string) => s.length, fc.tuple(text()));
  strings("ts_char_at", (s: string, i: number) => s.charAt(i), fc.tuple(text(), position));
  strings("lambda s, i: ts_char_at(s, i, None)", (s: string, i: number) => s[i], fc.tuple(text(), position));
  strings("ts_char_item", (s: string, i: number) => s[i] ?? stop(), fc.tuple(text(), position));
  strings(
    "ts_char_code",
    (s: string, i: number) => (i >= 0 && i < s.length ? s.charCodeAt(i) : stop()),
    fc.tuple(text(), position),
  );
  strings(
    "lambda s: list(ts_codes(s))",
    (s: string) => s.split("").map((unit) => unit.charCodeAt(0)),
    fc.tuple(text()),
  );
  strings("ts_code_point", (s: string, i: number) => s.codePointAt(i), fc.tuple(text(), position));
  strings("ts_index_of", (s: string, t: string, i: number) => s.indexOf(t, i), fc.tuple(text(), text(2), position));
  strings("ts_last_index_of", (s: string, t: string) => s.lastIndexOf(t), fc.tuple(text(), text(2)));
  strings("ts_slice_text", (s: string, a: number, b: number) => s.slice(a, b), fc.tuple(text(), position, position));
  strings("lambda s, a: ts_slice_text(s, a)", (s: string, a: number) => s.slice(a), fc.tuple(text(), position));
  strings("ts_substring", (s: string, a: number, b: number) => s.substring(a, b), fc.tuple(text(), position, position));
  strings("lambda s, a: ts_substring(s, a)", (s: string, a: number) => s.substring(a), fc.tuple(text(), position));
  strings(
    "ts_starts_with",
    (s: string, t: string, i: number) => s.startsWith(t, i),
    fc.tuple(text(), text(2), position),
  );
  strings("ts_less", (a: string, b: string) => a < b, fc.tuple(text(3), text(3)));
  strings(
    "ts_pad_start",
    (s: string, n: number, fill: string) => s.padStart(n, fill),
    fc.tuple(text(4), position, text(3)),
  );
  strings(
    "ts_pad_end",
    (s: string, n: number, fill: string) => s.padEnd(n, fill),
    fc.tuple(text(4), position, text(3)),
  );
  strings("ts_repeat", (s: string, n: number) => s.repeat(n), fc.tuple(text(3), position));
  strings("ts_split", (s: string, t: string) => s.split(t), fc.tuple(text(), text(1)));
  strings("ts_replace_all", replaceAll, fc.tuple(text(), text(1), dollars()));
  strings("ts_from_char_code", (...units: number[]) => String.fromCharCode(...units), unitLists());
  strings(
    "ts_unit",
    (unit: number) => String.fromCharCode(unit),
    fc.tuple(fc.integer({ min: -70000, max: 200000 }).filter((n) => (n & 0xffff) >> 11 !== 27)),
  );
  strings("ts_from_code_point", (...points: number[]) => String.fromCodePoint(...points), pointLists());
  strings(
    "lambda s: [ts_trim(s), ts_trim(s, 1), ts_trim(s, 2)]",
    (s: string) => [s.trim(), s.trimStart(), s.trimEnd()],
    fc.tuple(spaced()),
  );
  strings(
    "lambda s: [ts_upper(s), ts_lower(s)]",
    (s: string) => (/^[\0-\x7f]*$/.test(s) ? [s.toUpperCase(), s.toLowerCase()] : stop()),
    fc.tuple(text()),
  );
});

/** Between the halves of a character nothing can be put: with an empty search that stops. */
function replaceAll(s: string, t: string, r: string): string {
  return t === "" && r !== "" && /[\ud800-\udfff]/.test(s) ? stop() : s.replaceAll(t, r);
}
function stop(): never {
  throw new Error("stops");
}
function dollars(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom("x", "$", "$$", "$&", "$`", "$'", "$1", "😀"), { maxLength: 4 })
    .map((parts) => parts.join(""));
}
function unitLists(): fc.Arbitrary<number[]> {
  return fc.array(fc.constantFrom(65, 0x20ac, 0xd83d, 0xde00, 0x10041, 0xffff), { maxLength: 5 });
}
function pointLists(): fc.Arbitrary<number[]> {
  return fc.array(fc.constantFrom(65, 0x20ac, 0x1f600, 0xd83d, 0x10ffff, 0x110000, -1), { maxLength: 3 });
}
function spaced(): fc.Arbitrary<string> {
  const space = "\t\n\v\f\r \u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
  return fc
    .array(fc.constantFrom(...space, "a", "\u0085", "\u200b", "\u001c", "😀"), { maxLength: 7 })
    .map((parts) => parts.join(""));
}

const mixed = fc.constantFrom(0, 1, true, false, "", "1", "é", 2 ** 40, -(2 ** 40), null);
const items = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 7 });

describe("arrays", () => {
  strings("ts_at", (xs: number[], i: number) => xs[i], fc.tuple(items, position));
  strings("ts_item", (xs: number[], i: number) => xs[i] ?? stop(), fc.tuple(items, position));
  strings(
    "ts_index_of_item",
    (xs: number[], x: number) => xs.indexOf(x),
    fc.tuple(items, fc.integer({ min: 0, max: 4 })),
  );
  strings(
    "lambda xs, i: ts_index_of_is(xs, xs[i] if 0 <= i < len(xs) else [])",
    (xs: number[][], i: number) => xs.indexOf(xs[i] ?? []),
    fc.tuple(fc.array(items), position),
  );
  strings(
    "lambda xs, i: ts_index_of_same(xs, xs[i] if 0 <= i < len(xs) else [])",
    (xs: unknown[], i: number) => xs.indexOf(xs[i] ?? []),
    fc.tuple(fc.array(fc.oneof(fc.constantFrom(0, 1, true, false, "", "1", 2 ** 40), items)), position),
  );
  strings("lambda a, b: ts_same(a, b)", (a: unknown, b: unknown) => a === b, fc.tuple(mixed, mixed));
  strings("lambda xs, i, v: (ts_put(xs, i, v), xs)[1]", put, fc.tuple(items, position, fc.nat(9)));
  strings(
    "lambda xs, a, n: [ts_splice(xs, a, n), xs]",
    (xs: number[], a: number, n: number) => [xs.splice(a, n), xs],
    fc.tuple(items, position, position),
  );
  strings("lambda xs: [ts_shift(xs), ts_pop(xs), xs]", (xs: number[]) => [xs.shift(), xs.pop(), xs], fc.tuple(items));
  strings("lambda xs: [ts_fill(xs, 7), ts_reverse(xs)]", (xs: number[]) => [xs.fill(7), xs.reverse()], fc.tuple(items));
  strings(
    "ts_join",
    (xs: unknown[], by: string) => xs.join(by),
    fc.tuple(fc.array(fc.constantFrom(null, true, false, 0, -7, "", "é")), text(2)),
  );
  strings(
    "lambda xs: ts_sort(xs, lambda a, b: a[0] - b[0])",
    (xs: number[][]) => xs.sort((a, b) => (a[0] as number) - (b[0] as number)),
    fc.tuple(pairs()),
  );
});

function put(xs: number[], i: number, v: number): number[] {
  if (i < 0 || i > xs.length) stop();
  xs[i] = v;
  return xs;
}
/** Few keys and many items: an unstable sort shows. */
function pairs(): fc.Arbitrary<number[][]> {
  return fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 }).map((keys) => keys.map((key, i) => [key, i]));
}

describe("bytes", () => {
  const bytes = fc.array(fc.nat(255), { maxLength: 8 });
  const utf8 = fc.array(
    fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0xbf,
      0xc0,
      0xc3,
      0xa9,
      0xe0,
      0xa0,
      0xed,
      0xe2,
      0x82,
      0xac,
      0xf0,
      0x9f,
      0x98,
      0x80,
      0xf4,
      0x90,
      0xf8,
      0xff,
    ),
    { maxLength: 5 },
  );
  const wellFormed = fc.tuple(text(5), fc.nat(3)).map(([s, cut]) => [...Buffer.from(s).subarray(cut)]);
  const decode = (b: number[]) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(b));
  test("ts_decode takes well-formed UTF-8 alone", () =>
    expectSame({
      python: "lambda b: ts_decode(memoryview(bytes(b)))",
      javascript: decode,
      args: fc.tuple(fc.oneof(utf8, wellFormed)),
      runs: 3000,
    }));
  strings(
    "lambda xs: list(ts_bytes(xs))",
    (xs: number[]) => [...new Uint8Array(xs)],
    fc.tuple(fc.array(fc.integer({ min: -300, max: 600 }))),
  );
  strings(
    "lambda a, b, n: (lambda x: (ts_bytes_set(x, bytes(b), n), list(x))[1])(bytearray(a))",
    (a: number[], b: number[], n: number) => set(a, b, n),
    fc.tuple(bytes, bytes, position),
  );
  strings(
    "lambda b, i, j: list(ts_slice_bytes(memoryview(bytes(b)), i, j))",
    (b: number[], i: number, j: number) => [...new Uint8Array(b).slice(i, j)],
    fc.tuple(bytes, position, position),
  );
  strings(
    "lambda b, x, i: ts_index_of_byte(memoryview(bytes(b)), x, i)",
    (b: number[], x: number, i: number) => new Uint8Array(b).indexOf(x, i),
    fc.tuple(
      fc.array(fc.nat(3), { maxLength: 6 }),
      fc.integer({ min: -1, max: 257 }).map((x) => (x > 8 && x < 255 ? 1 : x)),
      position,
    ),
  );
  strings(
    "lambda b, i: [ts_find_byte(memoryview(bytes(b)), b'\\x01', i), ts_find_byte(bytearray(b), b'\\x01', i)]",
    (b: number[], i: number) => [new Uint8Array(b).indexOf(1, i), new Uint8Array(b).indexOf(1, i)],
    fc.tuple(fc.array(fc.nat(3), { maxLength: 6 }), position),
  );
  strings(
    "lambda b, x: list(ts_fill_bytes(bytearray(b), x))",
    (b: number[], x: number) => [...new Uint8Array(b).fill(x)],
    fc.tuple(bytes, fc.integer({ min: -300, max: 600 })),
  );
  strings(
    "lambda b, i, x: (lambda a: (ts_put_typed(a, i, x), list(a))[1])(bytearray(b))",
    (b: number[], i: number, x: number) => store(b, i, x),
    fc.tuple(bytes, position, fc.integer({ min: -300, max: 600 })),
  );
});

function set(a: number[], b: number[], n: number): number[] {
  const bytes = new Uint8Array(a);
  bytes.set(b, n);
  return [...bytes];
}
function store(b: number[], i: number, x: number): number[] {
  const bytes = new Uint8Array(b);
  bytes[i] = x;
  return [...bytes];
}

describe("JSON", () => {
  const characters = fc.array(
    fc.constantFrom('"', "\\", "/", "\b", "\f", "\n", "\r", "\t", "\0", "\x1f", "\x7f", "u", "0", "8", "é", "😀"),
    { maxLength: 6 },
  );
  const key = fc.oneof(
    characters.map((c) => c.join("")),
    fc.constantFrom("a", "b", "10", "2", "02", "4294967294", "4294967295", "-1"),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      key,
      integer,
      fc.constantFrom(null, true, false),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(
        key.filter((k) => k !== "__proto__"),
        tie("value"),
        { maxKeys: 4 },
      ),
    ),
  }));
  /** Texts near JSON: a value's text with a few characters put in, taken out or exchanged. */
  const nearly = fc
    .tuple(
      value,
      fc.array(fc.tuple(fc.nat(40), fc.nat(2), fc.constantFrom(...'[]{},:"\\0123-+.eE u\n\t\x01tfn/')), {
        maxLength: 2,
      }),
    )
    .map(([v, edits]) =>
      edits.reduce((s, [at, out, char]) => s.slice(0, at) + char + s.slice(at + out), JSON.stringify(v)),
    );
  test("ts_json_parse takes what JSON.parse takes, and ts_json writes it as JSON.stringify", () =>
    expectSame({
      python: "lambda s: ts_json(ts_json_parse(s))",
      javascript: (s: string) => JSON.stringify(parseIntegers(s)),
      args: fc.tuple(nearly),
      runs: 4000,
    }));
  const odd = [
    "",
    " ",
    "[1,]",
    "01",
    "-01",
    "-0",
    "-",
    "1.5",
    "1e3",
    "1 2",
    '"\n"',
    '"\\x"',
    '"\\u12"',
    '"\\u00zz"',
    '"\\ud83d"',
    '"\\ud83d\\ude00"',
    '{"a":1,"a":2}',
    '{"a":1,"b":2,"a":3}',
    "[1 2]",
    "{1:2}",
    '{"a" 1}',
    "[}",
    "{]",
    "nul",
    "+1",
    "[,1]",
    "\u00a01",
    "\ufeff1",
    " \t\r\n1\n ",
    "9007199254740991",
    "9007199254740992",
    "-9007199254740992",
    '"\\\\"',
    '"\\\\\\""',
    '"\\"',
    '"\\u005c"',
    "1\0",
    "[\0]",
    '{"__proto__":1}',
    "[[[[1]]]]",
  ];
  test("texts that lenient readers take", () =>
    expectSame({
      python: "lambda s: ts_json(ts_json_parse(s))",
      javascript: (s: string) => JSON.stringify(parseIntegers(s)),
      args: fc.tuple(fc.constantFrom(...odd)),
      runs: 400,
    }));
  test("nesting is bounded by memory alone, both ways", async () => {
    const program = `from _ts import ts_json, ts_json_parse\ns = "[" * 1000 + "]" * 1000\nprint(ts_json(ts_json_parse(s)) == s)\n`;
    expect(await runOnVm({ files: { "main.py": program, "_ts.py": wholeRuntime() } })).toMatchObject({
      stdout: "True\n",
      error: null,
    });
  });
  test("records: the keys of the literal in order, renamed ones, undefined left out, null kept, keys added later", async () => {
    const program = `
from _ts import ts_add_key, ts_json
class R:
    pass
r = R()
r.b = 1; r.from_ = None; r.a = None; r.late = True
r._keys = ("b", ("from_", "from", False), ("a", "a", True))
print(ts_json(r))
ts_add_key(r, ("late", "late", True))
ts_add_key(r, "b")
r.a = [r.b, (2, 3)]
print(ts_json(r))
`;
    const result = await runOnVm({ files: { "main.py": program, "_ts.py": wholeRuntime() } });
    expect(result).toMatchObject({
      stdout: '{"b":1,"from":null}\n{"b":1,"from":null,"a":[1,[2,3]],"late":true}\n',
      error: null,
    });
  });
});

/** JSON.parse of the subset: numbers are integers, written as such, below 2^53 and not -0; others stop. */
function parseIntegers(text: string): unknown {
  const value = JSON.parse(text) as unknown;
  if (/\d[.eE]/.test(text.replace(/"(\\.|[^"\\])*"/g, "")) || !onlyIntegers(value)) stop();
  return value;
}
function onlyIntegers(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0);
  return typeof value !== "object" || value === null || Object.values(value).every(onlyIntegers);
}

describe("Map, Set and dictionaries keep JavaScript's order, also while they are iterated", () => {
  const key = fc.constantFrom("a", "b", "c", "d", "e", "10", "2", 1, 2, 30);
  /** What is done at each step of an iteration: [operation, key]. */
  const steps = fc.array(fc.tuple(fc.constantFrom("add", "add", "delete", "delete", "clear"), key), { maxLength: 60 });
  test("TsMap", () =>
    expectSame({
      python: runOperations("TsMap", "set(k, n)", "walk(2)"),
      javascript: mapOperations,
      args: fc.tuple(steps, steps),
      runs: 400,
    }));
  test("TsSet", () =>
    expectSame({
      python: runOperations("TsSet", "add(k)", "values()"),
      javascript: setOperations,
      args: fc.tuple(steps, steps),
      runs: 400,
    }));
  test("TsDict", () =>
    expectSame({ python: dictOperations, javascript: objectOperations, args: fc.tuple(steps), runs: 300 }));
  test("a Map that is used as a queue stays small", async () => {
    const program = `from _ts import TsMap\nm = TsMap()\nfor i in range(5000):\n    m.set(i, i)\n    if i > 2: m.delete(i - 3)\nprint(len(m.d), len(m.order) < 32, [k for k in m.walk(0)], m.get(4998), m.get(1))\n`;
    const result = await runOnVm({ files: { "main.py": program, "_ts.py": wholeRuntime() } });
    expect(result).toMatchObject({ stdout: "3 True [4997, 4998, 4999] 4998 None\n", error: null });
  });
});

/** A Python function of (steps before, steps during an iteration): what the iteration saw, and what is left. */
const runOperations = (type: string, add: string, walk: string) => `None
def function(before, during):
    m = ${type}()
    seen = []
    n = 0
    def apply(op, k):
        if op == "add": m.${add}
        elif op == "delete": seen.append(m.delete(k))
        else: m.clear()
    for op, k in before:
        n += 1
        apply(op, k)
    during = iter(during)
    for entry in m.${walk}:
        seen.append(entry)
        for _ in range(3):
            step = next(during, None)
            if step:
                n += 1
                apply(step[0], step[1])
    return [seen, list(m.${walk}), len(m.d)]
`;

type Steps = [string, string | number][];

function operations<C>(
  collection: C & { delete(key: unknown): boolean; clear(): void; size: number } & Iterable<unknown>,
  add: (c: C, key: unknown, n: number) => void,
  before: Steps,
  during: Steps,
): unknown {
  const seen: unknown[] = [];
  let n = 0;
  const apply = ([operation, key]: [string, string | number]) => {
    n++;
    if (operation === "add") add(collection, key, n);
    else if (operation === "delete") seen.push(collection.delete(key));
    else collection.clear();
  };
  before.forEach(apply);
  const rest = [...during];
  for (const entry of collection) {
    seen.push(entry);
    rest.splice(0, 3).forEach(apply);
  }
  return [seen, [...collection], collection.size];
}
const mapOperations = (before: Steps, during: Steps) =>
  operations(new Map<unknown, number>(), (map, key, n) => map.set(key, n), before, during);
const setOperations = (before: Steps, during: Steps) =>
  operations(new Set<unknown>(), (set, key) => set.add(key), before, during);

const dictOperations = `None
def function(steps):
    d = TsDict()
    n = 0
    for op, k in steps:
        n += 1
        if op == "add": d.set(str(k), n)
        elif op == "delete": d.delete(str(k))
    return [d.keys(), ts_json(d)]
`;
function objectOperations(steps: Steps): unknown {
  const object: Record<string, number> = {};
  steps.forEach(([operation, key], i) => {
    if (operation === "add") object[key] = i + 1;
    else if (operation === "delete") delete object[key];
  });
  return [Object.keys(object), JSON.stringify(object)];
}

describe("errors", () => {
  test("a catch sees the program's errors, the end of memory or stack, and the host's OSError; nothing else", async () => {
    const program = `
from _ts import Error, RangeError, ts_caught, ts_error_text
class NotFound(RangeError):
    pass
def deep(n):
    return deep(n + 1)
def attempt(f):
    try:
        f()
    except Exception as e:
        e = ts_caught(e)
        print(type(e).__name__, e.name, e.message[:20], e.errno if e.name == "OSError" else "-", isinstance(e, RangeError), ts_error_text(e)[:12])
def throw(e):
    raise e
attempt(lambda: throw(Error("m")))
attempt(lambda: throw(NotFound("n")))
attempt(lambda: throw(Error()))
attempt(lambda: deep(0))
attempt(lambda: bytearray(10000000))
attempt(lambda: open("missing.txt"))
attempt(lambda: [][1])
`;
    const result = await runOnVm({ files: { "main.py": program, "_ts.py": wholeRuntime() } });
    expect(result.stdout.split("\n")).toEqual([
      "Error Error m - False Error: m",
      "NotFound RangeError n - True RangeError: ",
      "Error Error  - False Error",
      "RangeError RangeError Maximum call stack s - True RangeError: ",
      "RangeError RangeError Out of memory - True RangeError: ",
      "OSError OSError [Errno 2] ENOENT 2 False OSError: [Er",
      "",
    ]);
    expect(result.error).toContain("IndexError");
  });
  test("an uncaught error ends the traceback with its class and message", async () => {
    const result = await runOnVm({
      files: { "main.py": 'from _ts import TypeError\nraise TypeError("no such thing")\n', "_ts.py": wholeRuntime() },
    });
    expect(result.error?.trimEnd().split("\n").at(-1)).toBe("TypeError: no such thing");
  });
});

describe("names", () => {
  // What MicroPython takes for a name is never given back, and comes to lie wherever there is room.
  test("are not made of the characters that a helper looks at", async () => {
    const program = `import micropython
from _ts import ts_char_code, ts_codes, ts_trim
signs = [bytes((0xce, 0xb1 + n)) + b"%d" % n + bytes((0xd1, 0x80 + n)) for n in range(10)]
def look():
    for sign in signs:
        text = sign.decode()
        ts_trim(text)
        ts_char_code(text, 0)
        list(ts_codes(text))
micropython.qstr_info()
look()
micropython.qstr_info()
`;
    const { error, stdout } = await runOnVm({ files: { "main.py": program, "_ts.py": wholeRuntime() } });
    expect(error).toBeNull();
    const [before, after] = stdout.matchAll(/n_qstr=(\d+)/g);
    expect(after?.[1]).toBe(before?.[1]);
  });
});

describe("console", () => {
  test("ts_log formats % as Node does", async () => {
    const calls: [string, ...(string | number)[]][] = [
      ["100%", 1],
      ["%d of %d", 1, 2, 3],
      ["%s-%s", "a"],
      ["%%", 1],
      ["%%s %s", "x"],
      ["%x %i", 5],
      ["%", "%s"],
      ["a%", 2],
      ["%f", 7],
      ["plain %d"],
      ["%s%s%s", 1, "b", 3, "é"],
    ];
    const { formatWithOptions } = await import("node:util");
    const program = `from _ts import ts_log\n${calls.map((call) => `ts_log(${call.map((x) => JSON.stringify(x)).join(", ")})`).join("\n")}\n`;
    const result = await runOnVm({ files: { "main.py": program, "_ts.py": wholeRuntime() } });
    expect(result).toMatchObject({
      stdout: calls.map((call) => `${formatWithOptions({}, ...call)}\n`).join(""),
      error: null,
    });
  });
});
