// A function that is too large for MicroPython is named as its author knows it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compile } from "../../transpiler/src/index.ts";
import { toBytecode } from "../build/bytecode.ts";
import { BuildFailed } from "../build.ts";
import { mpyCross } from "../python-tools/index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "too-large-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const LONG = "n = (n + 1) % 9;\n".repeat(5000);

async function failure(text: string): Promise<string> {
  const entry = join(folder, "main.ts");
  writeFileSync(entry, text);
  const { modules, diagnostics } = compile({ entry });
  expect(diagnostics).toEqual([]);
  const files = modules.map(({ path, python, map }) => ({ path, text: python, map }));
  const error = await toBytecode(await mpyCross(), files).then(
    () => null,
    (failed: unknown) => failed,
  );
  expect(error).toBeInstanceOf(BuildFailed);
  return (error as BuildFailed).message;
}

test.each([
  [
    "a function",
    `function f(n: number): number {\nwhile (n < 5) {\n${LONG}}\nreturn n;\n}\nconsole.log(f(1));\n`,
    "function f",
  ],
  [
    "a method",
    `class Modem {\nstep(n: number): number {\nwhile (n < 5) {\n${LONG}}\nreturn n;\n}\n}\nconsole.log(new Modem().step(1));\n`,
    "function Modem.step",
  ],
  [
    "a function within a function",
    `function outer(n: number): number {\nconst inner = (): number => {\nwhile (n < 5) {\n${LONG}}\nreturn n;\n};\nreturn inner();\n}\nconsole.log(outer(1));\n`,
    "function inner",
  ],
])("%s", async (_, text, expected) => {
  expect(await failure(text)).toMatch(
    new RegExp(`^The ${expected} \\(main\\.ts:\\d+\\) is too large for MicroPython \\(bytecode overflow\\)`),
  );
});

test("code outside of functions", async () => {
  expect(await failure(`let n = [1].length;\nwhile (n < 5) {\n${LONG}}\nconsole.log(n);\n`)).toMatch(
    /^The code of app\/main\.py outside of functions is too large/,
  );
});
