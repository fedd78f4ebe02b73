// No text below a megabyte keeps the compiler: it is compiled or refused, within a few times as long as a plain list of objects of
// the same length takes in the same run (5 s to 7 s on the machines these tests were written on).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../src/compile.ts";

const folder = mkdtempSync(join(tmpdir(), "long-input-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Nested objects, the slowest, take 2.4 times as long. */
const TIMES_A_LIST_MAX = 5;
const SIZE = 950_000;
/** For a busy machine. */
const HOOK_MS_MAX = 300_000;

/** A program of numbered parts with something before and after them. */
interface Kind {
  readonly name: string;
  readonly before: string;
  readonly part: (i: number) => string;
  readonly after: string;
}

const kinds: readonly Kind[] = [
  { name: "objects", before: "const a = [\n", part: (i) => `{ id: ${i}, name: "n${i}", on: true },\n`, after: "];\n" },
  {
    name: "nested objects",
    before: "const a = [\n",
    part: (i) => `{ a: { b: { c: ${i} } }, d: [{ e: ${i} }] },\n`,
    after: "];\n",
  },
  {
    name: "objects of several forms",
    before: "const a = [\n",
    part: (i) => `{ id: ${i}, ${i % 3 ? "" : "x: 1,"} },\n`,
    after: "];\n",
  },
  { name: "numbers", before: "const a = [", part: (i) => `${i}, `, after: "];\n" },
  {
    name: "literals of a union",
    before: `type Name = ${Array.from({ length: 500 }, (_, i) => `"n${i}"`).join(" | ")};\nconst a: Name[] = [\n`,
    part: (i) => `"n${i % 500}",\n`,
    after: "];\n",
  },
  { name: "tuples", before: "const a: [string, number][] = [\n", part: (i) => `["k${i}", ${i}],\n`, after: "];\n" },
  { name: "entries of a Map", before: "const a = new Map([\n", part: (i) => `["k${i}", ${i}],\n`, after: "]);\n" },
  {
    name: "entries of a dictionary",
    before: "const a: Record<string, number> = {\n",
    part: (i) => `k${i}: ${i},\n`,
    after: "};\n",
  },
  { name: "statements on one line", before: "let a = 0;\n", part: (i) => `a = ${i % 9}; `, after: "\n" },
  {
    name: "lines of a function",
    before: "function f(n: number): number {\n",
    part: (i) => `n = (n + ${i}) % 9;\n`,
    after: "return n;\n}\nf(1);\n",
  },
  {
    name: "variables of a function",
    before: "function f(n: number): void {\n",
    part: (i) => `const v${i} = n;\n`,
    after: "}\nf(1);\n",
  },
  {
    name: "branches",
    before: "function f(n: number): void {\n",
    part: (i) => `if (n > ${i}) n = 1;\n`,
    after: "}\nf(1);\n",
  },
  {
    name: "loops",
    before: "let n = 0;\n",
    part: (i) => `for (let i = 0; i < ${i}; i++) n = (n + i) % 99;\n`,
    after: "",
  },
  {
    name: "cases",
    before: "const n = [1].length;\nswitch (n) {\n",
    part: (i) => `case ${i}: console.log(${i}); break;\n`,
    after: "}\n",
  },
  {
    name: "parts of a template",
    before: "const a = [1].length;\nconsole.log(`",
    part: () => "x$" + "{a}",
    after: "`);\n",
  },
  { name: "terms of a sum", before: 'console.log("a"', part: () => ' + "a"', after: ");\n" },
  { name: "a text", before: 'console.log("', part: () => "abcdefghij", after: '".length);\n' },
  { name: "members of an enum", before: "enum E {\n", part: (i) => `M${i},\n`, after: "}\nconsole.log(E.M1);\n" },
  { name: "fields", before: "class C {\n", part: (i) => `f${i} = ${i};\n`, after: "}\nconsole.log(new C().f1);\n" },
  {
    name: "methods",
    before: "class C {\n",
    part: (i) => `m${i}(): number {\nreturn ${i};\n}\n`,
    after: "}\nconsole.log(new C().m1());\n",
  },
  { name: "classes", before: "", part: (i) => `class C${i} {\nn = ${i};\n}\n`, after: "console.log(new C1().n);\n" },
  {
    name: "classes one below the other",
    before: "class C0 {}\n",
    part: (i) => `class C${i + 1} extends C${i} {}\n`,
    after: "console.log(new C1() === null);\n",
  },
  {
    name: "functions that call each other",
    before: "function f0(): number {\nreturn 1;\n}\n",
    part: (i) => `function f${i + 1}(): number {\nreturn f${i}();\n}\n`,
    after: "console.log(f1());\n",
  },
  {
    name: "parameters",
    before: "function f(",
    part: (i) => `p${i} = ${i}, `,
    after: "): number {\nreturn p1;\n}\nconsole.log(f());\n",
  },
  { name: "errors of TypeScript", before: "", part: (i) => `const a${i}: string = ${i};\n`, after: "" },
];

function textOf({ before, part, after }: Kind, enough: (size: number, count: number) => boolean): string {
  const parts: string[] = [];
  for (let size = 0, i = 0; !enough(size, i); i++) {
    const made = part(i);
    parts.push(made);
    size += made.length;
  }
  return before + parts.join("") + after;
}

function secondsFor(text: string): number {
  const entry = join(folder, "main.ts");
  writeFileSync(entry, text);
  const before = process.cpuUsage();
  compile({ entry });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe("a megabyte of", () => {
  const secondsForMegabyte = (kind: Kind) => secondsFor(textOf(kind, (size) => size > SIZE));
  const [list, ...others] = kinds as [Kind, ...Kind[]];
  let secondsForList = 0;
  beforeAll(() => {
    secondsForList = secondsForMegabyte(list);
  }, HOOK_MS_MAX);

  it.each(others)("$name", (kind) => {
    expect(secondsForMegabyte(kind) / secondsForList).toBeLessThan(TIMES_A_LIST_MAX);
  });
});

describe("four times the text is nearer to four times the work than to sixteen", () => {
  const steady = ["objects", "tuples", "entries of a dictionary", "fields", "functions that call each other"];
  it.each(kinds.filter(({ name }) => steady.includes(name)))("$name", (kind) => {
    const [small, large] = [2500, 10_000].map((most) => textOf(kind, (_, count) => count >= most));
    const best = (text = "") => Math.min(secondsFor(text), secondsFor(text));
    expect(best(large) / best(small)).toBeLessThan(8);
  });
});
