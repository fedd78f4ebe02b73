// The Python that goes on a board, as a careful Python programmer would check it: ruff, with the rules of
// transpiler/ruff.toml. All test programs follow in python-lint.long.test.ts.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile } from "../../transpiler/src/index.ts";
import { findPrograms } from "../../transpiler/tests/harness/programs.ts";
import { compileOptions } from "../build/build.ts";
import { pythonFiles } from "../build/device-files.ts";
import { gatewayProject, repository } from "../build/project.ts";
import { ruff } from "../python-tools/index.ts";
import { type Outcome, run } from "../python-tools/run.ts";

const rules = join(repository, "transpiler", "ruff.toml");

let folder: string;
let checker: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "python-lint-"));
  checker = await ruff();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const check = (path: string): Promise<Outcome> =>
  run([checker, "check", "--quiet", "--no-cache", "--output-format=concise", "--config", rules, join(folder, path)]);

test("ruff finds nothing in the gateway", async () => {
  const program = compile(compileOptions(gatewayProject));
  for (const { path, text } of pythonFiles(gatewayProject, program, "")) write(`gateway/${path}`, text);
  expect(program.modules.length).toBeGreaterThan(20);
  expect(await check("gateway")).toEqual({ status: 0, stdout: "", stderr: "" });
}, 60_000);

test("ruff finds nothing in the golden programs", async () => {
  for (const { name, entry } of findPrograms(join(repository, "transpiler", "tests", "golden", "programs")))
    for (const { path, python } of compile({ entry }).modules) write(`golden/${name}/${path}`, python);
  expect(await check("golden")).toEqual({ status: 0, stdout: "", stderr: "" });
}, 60_000);

test("what a programmer would object to is found", async () => {
  write("wrong/module.py", "import os\nfrom time import time\ndef f(a):\n    b = 1\n    return not a == c\n");
  const { stdout } = await check("wrong");
  for (const rule of ["unused-import", "blank-lines-top-level", "unused-variable", "undefined-name", "negate-equal-op"])
    expect(stdout).toContain(rule);
});

test("each group of rules is used, or left out for a reason", async () => {
  const text = readFileSync(rules, "utf8");
  const { stdout } = await run([checker, "linter", "--output-format=json"]);
  const groups = (JSON.parse(stdout) as { prefix: string; categories?: { prefix: string }[] }[]).flatMap((group) =>
    group.prefix ? [group.prefix] : (group.categories ?? []).map(({ prefix }) => prefix),
  );
  expect(groups.length).toBeGreaterThan(50);
  expect(groups.filter((group) => !new RegExp(`\\b${group}\\b`).test(text))).toEqual([]);
});
