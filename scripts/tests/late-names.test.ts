// The names that late code brings, as a board enters them at its start.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { LATE_NAMES } from "../build/late-names.ts";
import { mpyNames } from "../build/mpy-functions.ts";
import { repository } from "../build/project.ts";
import { type BuildReport, build } from "../build.ts";

let report: BuildReport;
let sections: Map<string, string[]>;
beforeAll(async () => {
  report = await build();
  const text = readFileSync(join(report.device, LATE_NAMES), "utf8");
  sections = new Map(
    text
      .split(">")
      .slice(1)
      .map((section) => section.trimEnd().split("\n"))
      .map(([name = "", ...names]) => [name, names]),
  );
}, 120_000);

const rowOf = (module: string) => report.modules.find(({ name }) => name === module);
const namesOf = (module: string) => mpyNames(readFileSync(join(report.device, rowOf(module)?.path ?? "")));

test("each late module has the names of all that is loaded with it, but for those that are there anyway", () => {
  const isLate = new Set(report.late.flat());
  const files = report.modules.filter(({ within }) => within === undefined).map(({ name }) => name);
  const there = new Set(files.filter((name) => !isLate.has(name)).flatMap(namesOf));
  expect(report.late.length).toBeGreaterThan(8);
  for (const modules of report.late) {
    const names = new Set(sections.get(modules.at(-1) ?? ""));
    const brought = modules.flatMap(namesOf).filter((name) => !name.includes("\n"));
    expect(brought.filter((name) => !names.has(name) && !there.has(name))).toEqual([]);
    expect(names.size).toBeGreaterThan(1);
    const known = new Set([...names, ...there]);
    for (const module of modules) expect(known).toContain(rowOf(module)?.importName);
  }
});

test("what is named in the program's own code is not named again", () => {
  for (const names of sections.values()) expect(names).not.toContain("poll");
});

test("a late module is imported by a word that is the name of its file, too", () => {
  const files = report.modules.filter(({ importName }) => importName !== undefined);
  expect(files.length).toBeGreaterThan(20);
  for (const { importName = "", path } of files) {
    expect(importName).toMatch(/^[a-z]{4,}$/);
    expect(path).toBe(`gateway/${importName}.mpy`);
  }
  expect(new Set(files.map(({ importName }) => importName)).size).toBe(files.length);
});

test("what a gateway does without is named as the build names it", () => {
  const main = readFileSync(join(repository, "firmware-ts", "main.ts"), "utf8");
  const skipped = [...main.matchAll(/"(gateway\.\w+)"/g)].map(([, name = ""]) => name);
  expect(skipped.length).toBeGreaterThan(10);
  for (const name of skipped) expect([...sections.keys()]).toContain(name);
});
