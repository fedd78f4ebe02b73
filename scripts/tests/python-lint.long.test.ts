// The Python of all test programs, as a careful Python programmer would check it: ruff, with the rules of
// transpiler/ruff.toml.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile } from "../../transpiler/src/index.ts";
import { findPrograms } from "../../transpiler/tests/harness/programs.ts";
import { repository } from "../build/project.ts";
import { ruff } from "../python-tools/index.ts";
import { run } from "../python-tools/run.ts";

const rules = join(repository, "transpiler", "ruff.toml");
const programs = findPrograms(join(repository, "transpiler", "tests", "run"));

/** Programs that ruff cannot judge, and why. */
const APART: Readonly<Record<string, string>> = {
  "none/unset-variable": "what gets no value where it is declared has no name in Python: to read it must stop",
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "python-lint-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("ruff finds nothing in any program", async () => {
  const checker = await ruff();
  for (const { name, entry } of programs.filter(({ name, refuse }) => refuse === null && !(name in APART))) {
    for (const { path, python } of compile({ entry }).modules) {
      mkdirSync(dirname(join(folder, name, path)), { recursive: true });
      writeFileSync(join(folder, name, path), python);
    }
  }
  const args = ["check", "--quiet", "--no-cache", "--output-format=concise", "--config", rules, folder];
  expect(await run([checker, ...args])).toEqual({ status: 0, stdout: "", stderr: "" });
}, 300_000);
