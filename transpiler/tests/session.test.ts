// A program that is compiled again after edits: the same as a cold compilation, and checked no less.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compile } from "../src/compile.ts";
import { isWithinBody } from "../src/program/body-edit.ts";
import { Session } from "../src/session.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "session-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
let age = 1;
/** Two writes within one tick of the file system's clock are told apart by size or by a later time. */
function write(name: string, text: string): void {
  writeFileSync(path(name), `${text}// ${"x".repeat(age++)}\n`);
}

const DOUBLE = "export function double(n: number): number {\n  return (n & 0xff) * 2;\n}\n";
const MAIN = 'import { double } from "./double.ts";\nconsole.log(double(4));\n';

function started(): Session {
  write("double.ts", DOUBLE);
  write("main.ts", MAIN);
  const session = new Session({ entry: path("main.ts") });
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
    expect(result).toEqual(compile({ entry: path("main.ts") }));
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
    expect(isWithinBody(before, file(before.replace(from, to)))).toBe(expected);
    expect(isWithinBody(before.replace(from, to), file(before))).toBe(expected);
  });

  it("is none where the body gives the result's type", () => {
    const text = "export function f(n: number) {\n  return n;\n}\n";
    expect(isWithinBody(text, file(text.replace("return n", "return String(n)")))).toBe(false);
  });
});
