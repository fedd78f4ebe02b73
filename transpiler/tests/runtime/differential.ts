// Runs a helper of transpiler/runtime on the VM over many arguments, beside the JavaScript that it stands for.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect } from "vitest";
import { runOnVm } from "../../src/vm/index.ts";

/** One helper: what it is in Python, what it stands for in JavaScript, and arguments to try. */
export interface Comparison<Args extends unknown[]> {
  /** A Python expression that gives a function of the arguments, which come as JSON. Its result goes out as JSON. */
  python: string;
  /** The same in JavaScript. What throws, or gives a lone surrogate anywhere, must be an exception in Python. */
  javascript: (...args: Args) => unknown;
  args: fc.Arbitrary<Args>;
  /** How many arguments are tried; 300 when not said. */
  runs?: number;
}

const THROWS = "throws";

/** All of the runtime as one module, as the compiler would write it for a program that uses everything. */
export function wholeRuntime(): string {
  const texts = ["helpers.py", "promises.py"].map((name) =>
    readFileSync(new URL(`../../runtime/${name}`, import.meta.url), "utf8"),
  );
  const imports = texts.flatMap((text) => [...text.matchAll(/^# import: (.*)$/gm)].map((match) => match[1]));
  return [...new Set(imports), ...texts].join("\n");
}

/** One line of arguments in, one line of result out; the heap holds one case at a time. */
const main = (python: string) => `
import json
from _ts import *

function = ${python}
for line in open("cases.txt"):
    try:
        print(json.dumps(function(*json.loads(line))))
    except Exception as e:
        print(json.dumps(["${THROWS}", type(e).__name__]))
`;

/** Fails with the first arguments for which Python and JavaScript differ. The seed is fixed: the same cases at each run. */
export async function expectSame<Args extends unknown[]>({
  python,
  javascript,
  args,
  runs = 300,
}: Comparison<Args>): Promise<void> {
  const cases = fc.sample(args, { numRuns: runs, seed: 20_261_124 });
  const lines = cases.map((one) => JSON.stringify(one));
  const files = { "main.py": main(python), "_ts.py": wholeRuntime(), "cases.txt": `${lines.join("\n")}\n` };
  const result = await runOnVm({ files, timeoutMs: 15_000 });
  expect(result.error).toBeNull();
  const answers = result.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  cases.forEach((one, i) => {
    expect({ args: one, result: withoutName(answers[i]) }).toEqual({
      args: one,
      result: expected(javascript, structuredClone(one)),
    });
  });
}

function expected<Args extends unknown[]>(javascript: (...args: Args) => unknown, args: Args): unknown {
  try {
    const text = JSON.stringify(javascript(...args) ?? null);
    // A lone surrogate is written as an escape by JSON.stringify, and by nothing else here.
    return /\\ud[89a-f]/.test(text) ? THROWS : JSON.parse(text);
  } catch {
    return THROWS;
  }
}

const withoutName = (answer: unknown): unknown => (Array.isArray(answer) && answer[0] === THROWS ? THROWS : answer);

/** Texts of ASCII, of the Basic Multilingual Plane and of emoji, short and full of what JavaScript counts otherwise. */
export const text = (maxLength = 8): fc.Arbitrary<string> =>
  fc
    .array(
      fc.constantFrom("a", "b", "B", " ", ",", "$", "&", "0", "é", "ß", "€", "\u2028", "\ufeff", "\uffff", "😀", "𝄞"),
      { maxLength },
    )
    .map((units) => units.join(""));

/** Integers around the edges of 0, 2^30, 2^31, 2^32 and 2^53. */
export const integer: fc.Arbitrary<number> = fc
  .oneof(
    fc.integer({ min: -9, max: 9 }),
    fc.integer(),
    fc
      .constantFrom(0, 2 ** 30, 2 ** 31, 2 ** 32, 2 ** 53 - 1)
      .chain((edge) => fc.integer({ min: -2, max: 2 }).map((d) => Math.min(edge + d, 2 ** 53 - 1)))
      .chain((n) => fc.constantFrom(n, -n)),
  )
  .map((n) => n + 0);

/** Small integers, as positions in a text or an array. */
export const position: fc.Arbitrary<number> = fc.integer({ min: -4, max: 14 });
