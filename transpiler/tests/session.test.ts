// A program that is compiled again after edits: the same as a cold compilation, and checked no less.
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { compile } from "../src/compile.ts";
import { editedBody } from "../src/program/body-edit.ts";
import { Session } from "../src/session.ts";
import { closeDevice, runOnDevice } from "./harness/device-side.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "session-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(closeDevice);

const path = (name: string) => join(folder, name);
let seconds = 1;
/** Two writes within one tick of the file system's clock are told apart by a later time. */
function write(name: string, text: string): void {
  writeFileSync(path(name), text);
  utimesSync(path(name), seconds, seconds++);
}

const DOUBLE = "export function double(n: number): number {\n  return (n & 0xff) * 2;\n}\n";
const MAIN = 'import { double } from "./double.ts";\nconsole.log(double(4));\n';

function started(): Session {
  write("double.ts", DOUBLE);
  write("main.ts", MAIN);
  const session = new Session({ entry: path("main.ts"), names: "short" });
  expect(session.compile().diagnostics).toEqual([]);
  return session;
}

describe("a session", () => {
  it.each([
    ["within a body", "double.ts", DOUBLE.replace("* 2", "* 3")],
    ["of a result's type", "double.ts", DOUBLE.replace(": number {", ": int<0, 510> {")],
    ["that adds an import", "double.ts", `import { two } from "./two.ts";\n${DOUBLE.replace("* 2", "* two")}`],
    ["of the entry", "main.ts", `${MAIN}console.log(double(5));\n`],
  ])("gives after an edit %s what a cold compilation gives", (_what, name, text) => {
    const session = started();
    write("two.ts", "export const two = 2;\n");
    write(name, text);
    const result = session.recompile();
    expect(result).toEqual(compile({ entry: path("main.ts"), names: "short" }));
    expect(result.diagnostics).toEqual([]);
    expect(session.checkRest()).toBeNull();
  });

  it("refuses what an edit within a body makes wrong, and takes it back when it is mended", () => {
    const session = started();
    write("double.ts", DOUBLE.replace("(n & 0xff) * 2", "n / 2"));
    expect(session.recompile().diagnostics.map(({ code }) => code)).toEqual(["TP3002"]);
    write("double.ts", DOUBLE);
    expect(session.recompile().diagnostics).toEqual([]);
  });

  it("finds what an edit makes wrong in another file", () => {
    const session = started();
    write("double.ts", DOUBLE.replaceAll("number", "string").replace("(n & 0xff) * 2", "n"));
    expect(session.recompile().diagnostics.map(({ code }) => code)).toEqual(["TS2345"]);
  });

  it("says that a file is gone, and goes on when it is back", () => {
    const session = started();
    rmSync(path("double.ts"));
    expect(session.recompile().diagnostics.map(({ code }) => code)).toEqual(["TP5005"]);
    write("double.ts", DOUBLE);
    expect(session.recompile().diagnostics).toEqual([]);
  });
});

/** What a body may do to the rest of the program, as its file `part.ts` and what main.ts makes of it. */
const REACHING: readonly (readonly [what: string, main: string, before: string, after: string])[] = [
  [
    "writes a variable of the module for the first time",
    'import { limit, touch } from "./part.ts";\ntouch();\nconsole.log(limit << 2);\n',
    "export let limit = 3;\nexport function touch(): void {\n  console.log(limit);\n}\n",
    "export let limit = 3;\nexport function touch(): void {\n  limit = 0x7fffffff;\n}\n",
  ],
  [
    "writes it no more",
    'import { limit, touch } from "./part.ts";\ntouch();\nconsole.log(limit << 2);\n',
    "export let limit = 3;\nexport function touch(): void {\n  limit = 0x7fffffff;\n}\n",
    "export let limit = 3;\nexport function touch(): void {\n  console.log(limit);\n}\n",
  ],
  [
    "puts more into an array than its readers counted on",
    'import { fill, items } from "./part.ts";\nfill();\nfor (const item of items) console.log(item << 8);\n',
    "export const items = [1];\nexport function fill(): void {\n  items.push(2);\n}\n",
    "export const items = [1];\nexport function fill(): void {\n  items.push(0x7fffffff);\n}\n",
  ],
  [
    "calls a function with more than before",
    'import { start } from "./part.ts";\nstart();\n',
    "function show(n: number): void {\n  console.log(n << 8);\n}\nexport function start(): void {\n  show(1);\n}\n",
    "function show(n: number): void {\n  console.log(n << 8);\n}\nexport function start(): void {\n  show(0x7fffffff);\n}\n",
  ],
  [
    "gives another text than plain ones",
    'import { name } from "./part.ts";\nconsole.log(name().length);\n',
    'export function name(): string {\n  return "abc";\n}\n',
    'export function name(): string {\n  return "a\u{1f600}c";\n}\n',
  ],
  [
    "looks at the keys of a record",
    'import { show } from "./part.ts";\nshow({ b: 1, a: 2 });\n',
    "export function show(point: { a: number; b: number }): void {\n  console.log(point.a);\n}\n",
    "export function show(point: { a: number; b: number }): void {\n  console.log(JSON.stringify(point));\n}\n",
  ],
  [
    "gives its argument back no more",
    'import { same } from "./part.ts";\nconsole.log(same(3) << 4, same(0x7fffffff));\n',
    "export function same(n: number): number {\n  return n;\n}\n",
    "export function same(n: number): number {\n  return n === 3 ? 0x7fffffff : 0;\n}\n",
  ],
  [
    "uses its this for the first time",
    'import { Counter } from "./part.ts";\nconsole.log(new Counter().read());\n',
    "export class Counter {\n  n = 4;\n  read(): number {\n    return 1;\n  }\n}\n",
    "export class Counter {\n  n = 4;\n  read(): number {\n    return this.n;\n  }\n}\n",
  ],
  [
    "hands a function on that takes more arguments",
    'import { each, start } from "./part.ts";\nstart();\neach((n) => console.log(n));\n',
    "export function each(f: (n: number, i: number) => void): void {\n  f(1, 2);\n}\nexport function start(): void {\n  each((n) => console.log(n));\n}\n",
    "export function each(f: (n: number, i: number) => void): void {\n  f(1, 2);\n}\nexport function start(): void {\n  each((n, i) => console.log(n, i));\n}\n",
  ],
  [
    "uses a type parameter for another type",
    'import { start } from "./part.ts";\nstart();\n',
    "function first<T>(items: T[]): T | undefined {\n  return items[0];\n}\nexport function start(): void {\n  console.log(first([1]) ?? 0);\n}\n",
    'function first<T>(items: T[]): T | undefined {\n  return items[0];\n}\nexport function start(): void {\n  console.log(first(["a"]) ?? "");\n}\n',
  ],
  [
    "uses what nobody has used before",
    'import { start } from "./part.ts";\nstart();\n',
    'function unused(): string {\n  return "a".padStart(3);\n}\nexport function start(): string {\n  return "b";\n}\n',
    'function unused(): string {\n  return "a".padStart(3);\n}\nexport function start(): string {\n  return unused();\n}\n',
  ],
];

describe("after an edit within a body that", () => {
  it.each(REACHING)("%s the program does the same as from a cold compilation", async (_what, main, before, after) => {
    write("part.ts", before);
    write("main.ts", main);
    const session = new Session({ entry: path("main.ts"), names: "short" });
    expect(session.compile().diagnostics).toEqual([]);
    for (const text of [after, before, after]) {
      write("part.ts", text);
      const [first, cold] = [session.recompile(), compile({ entry: path("main.ts"), names: "short" })];
      expect(first.diagnostics).toEqual([]);
      const [device, expected] = await Promise.all([runOnDevice(first), runOnDevice(cold)]);
      expect(device).toEqual({ ...expected, frames: device.frames });
      // Once there is time it is the same to the byte.
      expect(session.checkRest() ?? first).toEqual(cold);
    }
  });
});

describe("an edit that other files cannot see", () => {
  const file = (text: string) => ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true);
  const before = "export const f = (n: number): number => {\n  return n;\n};\nexport class C {\n  a = 1;\n}\n";

  it.each([
    ["in a body whose function says its result", "return n;", "return n + 1;", true],
    ["of a whole body", "return n;", "", true],
    ["of the result's type", ": number =>", ": u8 =>", false],
    ["of a parameter's type", "n: number)", "n: u8)", false],
    ["that ends the body and opens another", "return n;", "return n;\n};\nexport const g = (): void => {", false],
    ["of a field", "a = 1", 'a = "1"', false],
  ])("%s", (_what, from, to, expected) => {
    const [old, edited] = [file(before), file(before.replace(from, to))];
    expect(editedBody(old, edited) !== null).toBe(expected);
    expect(editedBody(edited, old) !== null).toBe(expected);
  });

  it("is none where the body gives the result's type", () => {
    const text = "export function f(n: number) {\n  return n;\n}\n";
    expect(editedBody(file(text), file(text.replace("return n", "return String(n)")))).toBeNull();
  });
});

describe("an edit within a body, in a program with a late module", () => {
  const LATE =
    'import { word } from "./word.ts";\nexport function said(n: u8): string {\n  return word() + String(n);\n}\n';
  const ENTRY =
    'import { said } from "./said.late.ts";\nimport { word } from "./word.ts";\n' +
    "function shown(): string {\n  return said(1);\n}\nconsole.log(shown());\n";

  function startedLate(): Session {
    write("word.ts", 'export function word(): string {\n  return "said";\n}\n');
    write("said.late.ts", LATE);
    write("main.ts", ENTRY);
    const session = new Session({ entry: path("main.ts") });
    expect(session.compile()).toMatchObject({ late: [["app.word", "app.said_late"]], diagnostics: [] });
    return session;
  }

  it.each([
    ["of a call", ENTRY.replace("said(1)", "said(2)"), 2],
    ["by which the entry needs what was late", ENTRY.replace("said(1)", "word() + said(1)"), 1],
  ])("%s gives what a cold compilation gives", (_what, text, late) => {
    const session = startedLate();
    write("main.ts", text);
    const result = session.recompile();
    expect(result).toEqual(compile({ entry: path("main.ts") }));
    expect(result.late[0]).toHaveLength(late);
  });

  it("that keeps a late function as a value is refused", () => {
    const session = startedLate();
    write("main.ts", ENTRY.replace("said(1)", "[1].map(said).join()"));
    expect(session.recompile().diagnostics.map(({ code }) => code)).toContain("TP5007");
  });
});
