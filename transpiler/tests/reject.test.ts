// What the compiler refuses, at the place and with the words that each program of tests/reject names; and that each of
// its sentences has such a program.
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readIfThere } from "../src/cli/files.ts";
import { compile } from "../src/compile.ts";
import { findings } from "../src/diagnostics/catalogue.ts";
import { LineTable } from "../src/source-map/line-table.ts";
import { type Expectation, expectationsIn, findPrograms, type TestProgram } from "./harness/programs.ts";

const programs = findPrograms(fileURLToPath(new URL("./reject", import.meta.url)));

/** No program can show these, and why. */
const withoutProgram: Readonly<Record<string, string>> = {
  TP1003: "TypeScript comes first (TS2318): the library has no types for decorators",
  TP1017: "it takes a long text: bad-input.test.ts writes one",
  TP1018: "it takes a long text: bad-input.test.ts writes one",
  TP1019: "it takes a long text: bad-input.test.ts writes one",
  TP1020: "it takes a long text: bad-input.test.ts writes one",
  TP5006: "a file of the repository must be text: bad-input.test.ts writes one that is not",
  TP9001: "a fault of the compiler itself",
};

function filesOf({ entry }: TestProgram): string[] {
  if (basename(entry) !== "main.ts") return [entry];
  const names = readdirSync(dirname(entry), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).map((name) => join(dirname(entry), name));
}

/** Both sides as `file:line code`, with the words only where the sentence lacks them: a difference shows what was said. */
function found(program: TestProgram, expectations: readonly Expectation[]): string[] {
  return compile({ entry: program.entry }).diagnostics.map(({ code, file, start, message }) => {
    const line = file === null ? 0 : new LineTable(readIfThere(file) ?? "").position(start).line;
    const same = (one: Expectation) => one.code === code && one.line === line && one.file === file;
    const expected = expectations.some((one) => same(one) && message.includes(one.words));
    return `${basename(file ?? "")}:${line} ${code}${expected ? "" : `: ${message}`}`;
  });
}

describe("is refused, here and with these words", () => {
  it.each(programs)("$name", (program) => {
    const expectations = filesOf(program).flatMap(expectationsIn);
    expect(expectations).not.toEqual([]);
    const said = new Set(found(program, expectations));
    expect([...said].sort()).toEqual(
      expectations.map(({ file, line, code }) => `${basename(file)}:${line} ${code}`).sort(),
    );
  });
});

describe("every sentence of the compiler has a program that gets it", () => {
  const shown = new Set(
    programs
      .flatMap(filesOf)
      .flatMap(expectationsIn)
      .map(({ code }) => code),
  );
  const codes = Object.values(findings).map((finding) => finding().code);

  it("a code is used once", () => {
    expect(codes.length).toBe(new Set(codes).size);
  });

  it.each(codes.filter((code) => !(code in withoutProgram)))("%s", (code) => {
    expect(shown).toContain(code);
  });
});
