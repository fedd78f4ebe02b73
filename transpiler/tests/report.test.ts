// What a program costs: the deepest chain of calls by weight, what may recurse, and why each helper is there.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { analyse, type ProgramReport, reportOf } from "../src/index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "report-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(text: string): ProgramReport {
  const entry = join(folder, "main.ts");
  writeFileSync(entry, text);
  const { compiled, analysis } = analyse({ entry });
  expect(compiled.diagnostics).toEqual([]);
  return reportOf(analysis ?? expect.unreachable());
}

const names = ({ chain }: ProgramReport) => chain.map(({ name, line }) => `${name}:${line}`);

describe("the deepest chain", () => {
  it("goes through functions, methods and the module that begins it", () => {
    const found = report(`class Door {
  open(): void {
    turn();
  }
}
function turn(): void {
  console.log("turn");
}
new Door().open();
`);
    expect(names(found)).toEqual(["<module>:1", "Door.open:2", "turn:6"]);
    expect(found.depth).toBeCloseTo(4.3);
  });

  it("counts a constructor for more than a call, and a callback of the library for more still", () => {
    expect(report("class A { constructor() { console.log(1); } }\nnew A();\n").depth).toBeCloseTo(2.3 + 1.6);
    const sorting = "export const f = (xs: string[]): string[] => xs.sort((a, b) => b.length - a.length);\nf([]);\n";
    expect(report(sorting).depth).toBeCloseTo(2.3 + 1 + 2.3);
  });

  it("takes the deepest of the methods that an object may have", () => {
    const found = report(`interface Step { run(): void }
const deep = (): void => console.log("deep");
class Short implements Step { run(): void { console.log("short"); } }
class Long implements Step { run(): void { deep(); } }
function go(step: Step): void { step.run(); }
go(new Short());
go(new Long());
`);
    expect(names(found)).toEqual(["<module>:1", "go:5", "Long.run:4", "deep:2"]);
  });

  it("follows a function that is a value", () => {
    const found = report(`function inner(): void { console.log(1); }
function call(f: () => void): void { f(); }
call(() => inner());
`);
    expect(names(found)).toEqual(["<module>:1", "call:2", "<anonymous>:3", "inner:1"]);
  });

  it("names what may call itself", () => {
    const found = report(`function down(n: int<0, 9>): number { return n > 0 ? down((n - 1) as int<0, 9>) : 0; }
down(3);
`);
    expect(found.recursive.map(({ name }) => name)).toEqual(["down"]);
  });

  it("loads a late module where its functions are called, and not where they call each other", () => {
    const late = "class Shape {\n  size = 1;\n}\nfunction inner(): number {\n  return new Shape().size;\n}\n";
    writeFileSync(join(folder, "shape.late.ts"), `${late}export function size(): number {\n  return inner() + 1;\n}\n`);
    const found = report('import { size } from "./shape.late.ts";\nconsole.log(size());\n');
    expect(names(found)).toEqual(["<module>:1", "<late module>:1"]);
    expect(found.depth).toBeCloseTo(2.3 + 1 + 2.3 + 1.4);
  });
});

describe("a helper", () => {
  it("is there because of the places that need it", () => {
    const found = report(
      'const text = "😀ñb";\nconsole.log(text.charAt(1));\nconsole.log(text.charAt(2), text.charAt(3));\n',
    );
    const charAt = found.helpers.find(({ helper }) => helper === "ts_char_at");
    expect(charAt?.places.map(({ line }) => line)).toEqual([2, 3]);
  });
});
