// The assertions of the Node side are tested too: that they can fire, where the language says that a program may stop, and
// that they stay silent otherwise.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Analysis, analyse } from "../src/compile.ts";
import { type Fact, type FactType, factsOf, type ProgramFacts } from "../src/facts/facts.ts";
import { WRONG_FACT } from "./harness/fact-checks.ts";
import { checkedJavascript, type NodeOutcome, runOnNode } from "./harness/node-side.ts";

const folder = mkdtempSync(join(tmpdir(), "facts-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a program with its facts, changed or not. */
async function run(text: string, change = (facts: ProgramFacts) => facts): Promise<NodeOutcome> {
  const entry = join(folder, "program.ts");
  writeFileSync(entry, text);
  const { compiled, analysis } = analyse({ entry });
  expect(compiled.diagnostics).toEqual([]);
  return runOnNode(await checkedJavascript(entry, change(factsOf(analysis as Analysis))));
}

/** Claims something else of every expression that looks so. */
function claim(text: string, source: string, type: FactType): (facts: ProgramFacts) => ProgramFacts {
  const changed = (fact: Fact): Fact =>
    text.slice(fact.start, fact.end) === source ? { ...fact, types: [type] } : fact;
  return (facts) => ({ ...facts, modules: new Map([...facts.modules].map(([path, all]) => [path, all.map(changed)])) });
}

const number = (low: number, high: number, negativeZero = false): FactType => ({
  kind: "number",
  low,
  high,
  negativeZero,
  nan: false,
});

describe("a wrong fact is told, with its place", () => {
  it.each<[string, string, string, FactType]>([
    ["a range that is too narrow above", 'let n = 4; n += 1; console.log("", n * 2);', "n * 2", number(0, 9)],
    ["a range that is too narrow below", 'let n = 4; n += 1; console.log("", n * 2);', "n * 2", number(11, 99)],
    ["no -0", 'let n = 0; n *= 1; console.log("" + n * -1);', "n * -1", number(-9, 9)],
    ["another kind", 'let s = "a"; s += "b"; console.log(s);', "s", number(0, 9)],
    ["never null", 'const f = (): string | null => null; console.log(f() ?? "-");', "f()", { kind: "string" }],
    ["the items of an array", "const xs = [1, 2]; xs.push(9); console.log(xs.join());", "xs.join()", number(0, 1)],
    [
      "an item's range",
      "const xs = [1]; xs.push(9); const ys = xs; console.log(ys.length);",
      "xs",
      { kind: "array", item: number(0, 5) },
    ],
    [
      "a class",
      "class A { n = 1; } const a = new A(); const b = a; console.log(b.n);",
      "a",
      { kind: "error", name: "B" },
    ],
    ["what is never reached", 'const f = (): string => "x"; console.log(f());', "f()", { kind: "never" }],
  ])("%s", async (_, text, source, type) => {
    expect((await run(text)).stdout).not.toContain(WRONG_FACT);
    const { stdout } = await run(text, claim(text, source, type));
    expect(stdout).toContain(`${WRONG_FACT} at ${join(folder, "program.ts")}:1: ${source} is`);
  });
});

describe("what a program may stop at stops in Node, at its line, and passes every catch", () => {
  const inTry = (line: string) =>
    `const one = (): number => 1;\ntry {\n  ${line}\n} catch {\n  console.log("caught");\n}`;

  it.each([
    ["an element outside of an array", "const xs = [1]; const x = xs[one()]; console.log(x);"],
    ["an element before it", "const xs = [1]; const x = xs[-one()]; console.log(x);"],
    ["an element of a pattern", "const xs = [1]; const [, second] = xs; console.log(second);"],
    ["a place beyond the end", "const xs = [1]; xs[one() + 2] = 5; console.log(xs.length);"],
    ["an untrue !", "const xs: (number | undefined)[] = [undefined]; console.log(xs[0]!);"],
    ["half of a character", 'const s = "a😀"; console.log(s.charAt(one()));'],
    ["a code outside of the text", 'const s = "a"; console.log(s.charCodeAt(one()));'],
    ["the case of a letter that is not ASCII", 'const s = "é"; console.log(s.toUpperCase());'],
  ])("%s", async (_, line) => {
    expect(await run(inTry(line))).toMatchObject({ stdout: "", stop: { file: join(folder, "program.ts"), line: 3 } });
  });
});
