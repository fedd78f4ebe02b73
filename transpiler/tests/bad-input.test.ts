// Whatever a file holds, the compiler answers with a diagnostic at a place, or with a program: never with a stack trace
// of its own.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readIfThere } from "../src/cli/files.ts";
import { compile } from "../src/compile.ts";
import { LineTable } from "../src/source-map/line-table.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bad-input-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Compiles a file beside others; what is said, as `file:line CODE`. */
function said(text: string | Uint8Array, others: Record<string, string> = {}, name = "main.ts"): string[] {
  for (const [file, content] of Object.entries(others)) writeFileSync(join(folder, file), content);
  writeFileSync(join(folder, name), text);
  return compile({ entry: join(folder, name) }).diagnostics.map(({ code, file, start }) => {
    const line = file === null ? 0 : new LineTable(readIfThere(file) ?? "").position(start).line;
    return `${basename(file ?? "")}:${line} ${code}`;
  });
}

const many = (count: number, text: string, between = "") => Array.from({ length: count }, () => text).join(between);

const numbered = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join("");

describe("a file that is no program", () => {
  it.each<[string, string | Uint8Array, string[]]>([
    ["empty", "", []],
    ["a comment only", "// nothing\n", []],
    ["does not parse", "let x = ;\n", ["main.ts:1 TS1109"]],
    ["bytes that are not UTF-8", Uint8Array.of(0x61, 0xff, 0xfe), ["main.ts:1 TP5006"]],
    ["UTF-16", Buffer.from('\ufeffconsole.log("x");', "utf16le"), ["main.ts:1 TP5006"]],
    ["a NUL between words", "const a = 1;\0\n", ["main.ts:1 TS1127"]],
    ["a type that is itself", "type A = B;\ntype B = A;\n", ["main.ts:1 TS2456", "main.ts:2 TS2456"]],
    [
      "a type that grows without end",
      "type F<T> = { n: F<T[]> };\nlet f: F<number> | null = null;\n",
      ["main.ts:1 TP2010"],
    ],
    ["half a character as a text", 'console.log("\\ud800");\n', ["main.ts:1 TP4003"]],
    [
      "half a character as a key",
      'const o = { "\\ud800": 1 };\nconsole.log(JSON.stringify(o));\n',
      ["main.ts:1 TP4003"],
    ],
    ["half a character in an enum", 'enum E {\n  A = "\\ud800",\n}\nconsole.log(E.A);\n', ["main.ts:2 TP4003"]],
  ])("%s", (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe("line ends, marks and characters that nobody sees", () => {
  it.each([
    ["a byte order mark", '\ufeffconst a: number = "x";\n', ["main.ts:1 TS2322"]],
    ["CRLF", "const a = [1].length;\r\nconsole.log(a / 2);\r\n", ["main.ts:2 TP3002"]],
    ["CR alone", "const a = [1].length;\rconsole.log(a / 2);\r", ["main.ts:2 TP3002"]],
    ["U+2028", "const a = [1].length;\u2028console.log(a / 2);", ["main.ts:2 TP3002"]],
    ["tabs", "\tconst a = [1].length;\n\t\tconsole.log(a\t/\t2);\n", ["main.ts:2 TP3002"]],
    ["zero-width joiners in names", 'const a\u200db = "x";\nconsole.log(a\u200db);\n', []],
    ["a NUL in a text", 'console.log("\0".length);\n', []],
  ])("%s", (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe("imports that lead nowhere", () => {
  const one = { "one.js": "export const x = 1;", "one.json": "{}", "one.d.ts": "export declare const x: number;" };
  it.each([
    ["a file that is missing", "./none"],
    ["a module of Node", "node:fs"],
    ["a package", "left-pad"],
    ["data", "./one.json"],
    ["declarations only", "./one"],
    ["a loop of links", "./loop/x.ts"],
  ])("%s", (_, name) => {
    symlinkSync("loop", join(folder, "loop"));
    expect(said(`import * as x from "${name}";\nconsole.log(x === null);\n`, one)[0]).toBe("main.ts:1 TP5005");
  });

  it("modules that import each other for what they compute", () => {
    const a = 'import { b } from "./b.ts";\nexport const a: number = b + 1;\n';
    const main = 'import { a } from "./a.ts";\nconsole.log(a);\n';
    const found = said(main, { "a.ts": a, "b.ts": 'import { a } from "./a.ts";\nexport const b: number = a + 1;\n' });
    expect(found.map((one) => one.split(" ")[1])).toEqual(["TP5001"]);
  });

  it("what leans on a file that does not parse is not judged, and everything else is", () => {
    const main = 'import { a } from "./a.ts";\nimport { b } from "./b.ts";\nconsole.log(a.x, b);\n';
    const found = said(main, { "a.ts": "export const a = ;\n", "b.ts": "export const b = [1].length / 2;\n" });
    expect(found).toEqual(["a.ts:1 TS1109", "b.ts:1 TP3002"]);
  });
});

describe("nested beyond 200 levels", () => {
  it.each([
    ["parentheses", (n: number) => `let a = ${many(n, "(")}1${many(n, ")")};`],
    ["arrays", (n: number) => `let a = ${many(n, "[")}${many(n, "]")};`],
    ["blocks", (n: number) => many(n, "{") + many(n, "}")],
    ["ifs", (n: number) => `let a = [1].length;\n${many(n, "if (a > 0) ")}a = 2;`],
    ["else ifs", (n: number) => `let a = [1].length;\n${many(n, "if (a > 5) a = 1;", " else ")}`],
    ["functions", (n: number) => many(n, "function f(): void {") + many(n, "}")],
    ["arrows", (n: number) => `const f = ${many(n, "() => ")}1;`],
    ["negations", (n: number) => `let a = ${many(n, "!")}true;`],
    ["templates", (n: number) => `let a = ${many(n, "`$" + "{")}1${many(n, "}`")};`],
    ["types", (n: number) => `let a: ${many(n, "[")}1${many(n, "]")} | null = null;`],
    ["calls of results", (n: number) => `const a = [1]${many(n, ".slice()")};`],
  ])("%s", (_, make) => {
    for (const levels of [250, 20_000]) expect(said(make(levels)).map((one) => one.split(" ")[1])).toEqual(["TP1012"]);
  });
});

describe("what is merely long", () => {
  it.each([
    ["5,000 elements", `const a = [${many(5000, "1", ", ")}];\nconsole.log(a.length);\n`],
    ["a sum of 3,000 texts", `console.log(${many(3000, '"a"', " + ")});\n`],
    ["a sum of 3,000 numbers", `const a = [1].length;\nconsole.log(${many(3000, "a", " + ")});\n`],
    ["200 KB of text", `console.log("${many(20_000, "abcdefghij")}".length);\n`],
    [
      "1,500 lines of a function",
      `function f(n: number): number {\n${many(1500, "  n = (n + 1) % 9;\n")}  return n;\n}\nconsole.log(f(1));\n`,
    ],
    [
      "a table of 1,000 objects",
      `const a = [\n${many(1000, '{ id: 1, sub: { x: "a" }, on: true },\n')}];\nconsole.log(a.length);\n`,
    ],
    ["a list of 200 spreads", `const a = [1];\nconsole.log([${many(200, "...a, 2", ", ")}].length);\n`],
    [
      "a chain of 1,000 variables",
      `let v0 = 1;\n${numbered(1000, (i) => `let v${i + 1} = v${i};\n`)}console.log(v1000);\n`,
    ],
    [
      "a chain of 1,000 functions",
      `function f0(): number {\n  return 1;\n}\n${numbered(1000, (i) => `function f${i + 1}(): number {\n  return f${i}();\n}\n`)}console.log(f1000());\n`,
    ],
    [
      "a switch with 300 cases",
      `const n = [1].length;\nswitch (n) {\n${numbered(300, (i) => `case ${i}: console.log(${i}); break;\n`)}}\n`,
    ],
  ])("%s", (_, text) => {
    expect(said(text)).toEqual([]);
  });
});

describe("too long to be followed", () => {
  it.each([
    [
      "a function with 2,000 branches",
      `function f(n: number): number {\n${many(2000, "  if (n > 5) n = (n + 1) % 9;\n")}  return n;\n}\nconsole.log(f(1));\n`,
      ["main.ts:1 TP1017"],
    ],
    [
      "a module with 1,000 loops",
      `let n = 0;\n${many(1000, "for (let i = 0; i < 9; i++) n = (n + i) % 1000;\n")}`,
      ["main.ts:1 TP1017"],
    ],
    [
      "a switch with 301 cases",
      `const n = [1].length;\nswitch (n) {\n${numbered(301, (i) => `case ${i}: console.log(${i}); break;\n`)}}\n`,
      ["main.ts:2 TP1018"],
    ],
    [
      "a class with 101 classes above it",
      `class C0 {}\n${numbered(101, (i) => `class C${i + 1} extends C${i} {}\n`)}console.log(new C101() === null);\n`,
      ["main.ts:102 TP1019"],
    ],
    [
      "a type with 501 members",
      `type Name =\n${numbered(501, (i) => `  | "n${i}"\n`)};\nconst name: Name = "n1";\nconsole.log(name);\n`,
      ["main.ts:2 TP1020"],
    ],
    ["a function that is too much for TypeScript", `let n = 0;\n${many(3000, "n++;\n")}`, ["main.ts:1 TS2563"]],
  ])("%s", (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});
