// Names for a device: which must stay, and what the others become.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Analysed, analyse } from "../src/compile.ts";
import type { CompileOptions } from "../src/index.ts";
import { reasons } from "../src/names/kept.ts";
import { fileNames, newNames } from "../src/names/new-names.ts";
import { wordsOf } from "../src/names/python-words.ts";
import { ROM_NAMES } from "../src/names/rom-names.ts";
import { VmPool } from "../src/vm/index.ts";
import { differenceOf, runBothSides } from "./harness/both-sides.ts";
import { closeDevice, runOnDevice } from "./harness/device-side.ts";

const folder = mkdtempSync(join(tmpdir(), "names-"));
const pool = new VmPool({ size: 1 });
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await pool.close();
  await closeDevice();
});

let programs = 0;
function compiled(text: string, options: Partial<CompileOptions> = {}): Analysed & { readonly entry: string } {
  const entry = join(folder, `program${programs++}.ts`);
  writeFileSync(entry, text);
  const analysed = analyse({ entry, names: "short", ...options });
  expect(analysed.compiled.diagnostics).toEqual([]);
  return { ...analysed, entry };
}

async function differenceIn(text: string): Promise<string | null> {
  const { entry, ...analysed } = compiled(text);
  const both = await runBothSides(entry, analysed);
  return both && differenceOf(both);
}

function pythonOf(text: string, options: Partial<CompileOptions> = {}): string {
  return compiled(text, options).compiled.modules.at(-1)?.python ?? "";
}

async function without<T>(reason: string, work: () => T | Promise<T>): Promise<T> {
  const rule = reasons[reason];
  if (rule === undefined) throw new Error(`there is no reason ${reason}`);
  delete reasons[reason];
  try {
    return await work();
  } finally {
    reasons[reason] = rule;
  }
}

/** By reason: a program that does something else where the reason is forgotten. */
const PROGRAMS: Readonly<Record<string, string>> = {
  literal: `interface Place { readonly town: string; readonly street: string }
const place: Place = { town: "a", street: "b" };
console.log(JSON.stringify(place), Object.keys(place).join());`,
  keyed: `class Counts { leftCount = 1; rightCount = 2; }
function countOf(counts: Counts, side: "left" | "right"): number {
  return counts[\`\${side}Count\` as const];
}
const counts = new Counts();
counts.leftCount += 2;
counts.rightCount += 3;
console.log(countOf(counts, "left"), countOf(counts, "right"));`,
  outside: `const late = await Promise.resolve(3);
console.log(late);
export {};`,
  helper: `class Oops extends Error { override toString(): string { return "own " + this.message; } }
const show = (error: Error): string => \`\${error}\`;
console.log(show(new Oops("a")), show(new Error("b")));`,
};

describe("a name stays because of", () => {
  it.each(Object.entries(PROGRAMS))("%s", async (reason, text) => {
    expect(await differenceIn(text)).toBeNull();
    expect(await without(reason, () => differenceIn(text))).not.toBeNull();
  });

  const DEVICE = 'declare module "thing" { export class Thing { constructor(); flibber(): number; } }\n';
  const WITH_DEVICE = `import { Thing } from "thing";
class Own { flibber(): number { return 2; } }
console.log(new Thing().flibber(), new Own().flibber());`;
  const withDevice = (): string => {
    writeFileSync(join(folder, "thing.d.ts"), DEVICE);
    return pythonOf(WITH_DEVICE, { ambient: [folder] });
  };

  it("device: a module there has it, too", async () => {
    expect(withDevice()).toMatch(/Thing\(\)\.flibber\(\), Own|Thing\(\)\.flibber\(\), \w+\(\)\.flibber\(\)/);
    expect(await without("device", withDevice)).not.toContain("flibber");
  });

  it("foreign: MicroPython leaves nothing of a constant whose name begins with _", async () => {
    const text = "const LIMIT = 70; let n = 0; while (n < LIMIT) n++; console.log(n);";
    expect(pythonOf(text)).toContain("_LIMIT = const(70)");
    expect(await without("foreign", () => pythonOf(text))).not.toContain("_LIMIT");
  });

  it("error: a traceback ends with the name of what was raised", async () => {
    const text = 'class Oops extends Error {}\nclass Worse extends Oops {}\nthrow new Worse("late");';
    const ends = async () => (await runOnDevice(compiled(text).compiled)).failure;
    expect(await ends()).toBe("Worse: late");
    expect(await without("error", ends)).not.toBe("Worse: late");
  });

  it("Python beside it that names it", () => {
    const text =
      "export class Turner { turnOnce(): number { return 1; } private hidden = 2; shown(): number { return this.hidden; } }";
    const used = "class Other { spinAbout(): number { return 1; } }\nconsole.log(new Other().spinAbout());";
    expect(pythonOf(text)).toContain("turnOnce");
    expect(pythonOf(used)).not.toContain("spinAbout");
    expect(pythonOf(used, { beside: () => ["thing.spinAbout() # Other"] })).toMatch(/spinAbout(?![\s\S]*class Other)/);
  });

  it("no other reason", () => {
    expect(Object.keys(reasons).sort()).toEqual([...Object.keys(PROGRAMS), "device", "error", "foreign"].sort());
  });
});

describe("what is in flash", () => {
  it("is all that MicroPython gives its own types: a program's name never meets one of theirs", async () => {
    const values =
      "'', b'', bytearray(), [], (), {}, {1}, 1, 1.0, True, None, object(), Exception(), memoryview(b''), (x for x in ''), iter(''), range(1), lambda: 0, {}.keys(), zip(), property()";
    const main = `for value in (${values}):\n    for name in dir(value) + dir(type(value)):\n        print(name)\n`;
    const { stdout } = await pool.run({ files: { "main.py": main }, time: "virtual" });
    const names = new Set(stdout.trim().split(/\s+/));
    expect(names.size).toBeGreaterThan(80);
    // A Pico W has no memoryview.itemsize, and no program here asks for it.
    names.delete("itemsize");
    expect([...names].filter((name) => !ROM_NAMES.includes(name) && !name.startsWith("__"))).toEqual([]);
  });
});

describe("new names", () => {
  const names = Array.from({ length: 300 }, (_, i) => `theNameOf${i}`);

  it("are those of the firmware, no two alike, and none that is in use", () => {
    const inUse = new Set(["ticks_ms", "sleep", "append"]);
    const made = newNames(names, [], inUse);
    const all = [...made.of.values(), ...made.parameters];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((name) => inUse.has(name) || !ROM_NAMES.includes(name))).toEqual([]);
  });

  it("are never what MicroPython looks for, or treats by itself", () => {
    const many = newNames(
      Array.from({ length: 2000 }, (_, i) => `n${i}_`),
      [],
      new Set(),
    );
    const all = new Set([...many.of.values(), ...many.parameters]);
    for (const name of [
      "close",
      "send",
      "throw",
      "keys",
      "args",
      "value",
      "errno",
      "const",
      "super",
      "range",
      "native",
    ])
      expect(all).not.toContain(name);
  });

  it("stay nearly all when the program has one more", () => {
    const [before, after] = [newNames(names, [], new Set()), newNames([...names, "another"], [], new Set())];
    const changed = names.filter((name) => before.of.get(name) !== after.of.get(name));
    expect(changed.length).toBeLessThan(10);
  });

  it("are members' too for what a module has for itself, but never for what it looks up within a class", () => {
    const list = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}_`);
    const [members, bare, own] = [list("member", 350), list("bare", 50), list("own", 350)];
    const functions = list("function", 100);
    const apart = new Set(own.slice(0, 40));
    const overlap = { members: new Set(members), bare: new Set(functions), apart };
    const made = newNames([...members, ...bare, ...functions], [new Set(own)], new Set(), overlap);
    const of = (name: string) => made.of.get(name) ?? made.own[0]?.get(name) ?? name;
    const all = (some: Iterable<string>) => new Set([...some].map(of));
    expect([...all(members)].filter((name) => all(own).has(name))).not.toEqual([]);
    expect([...all(apart)].filter((name) => all(members).has(name))).toEqual([]);
    expect([...all(bare)].filter((name) => all(members).has(name) || all(own).has(name))).toEqual([]);
    expect([...all(members)].filter((name) => all(functions).has(name))).not.toEqual([]);
    expect([...all(bare)].filter((name) => all(functions).has(name))).toEqual([]);
    expect(all([...own, ...bare, ...functions]).size).toBe(500);
    expect(all(members).size).toBe(350);
    expect([...all([...members, ...bare, ...own])].filter((name) => !ROM_NAMES.includes(name))).toEqual([]);
  });

  it("are files' in flash, none of them a module's of MicroPython", () => {
    const files = fileNames(Array.from({ length: 60 }, (_, i) => `gateway.file${i}`));
    const all = [...files.values()];
    expect(new Set(all).size).toBe(60);
    expect(all.filter((name) => !ROM_NAMES.includes(name))).toEqual([]);
    for (const module of ["errno", "machine", "micropython", "uctypes"]) expect(all).not.toContain(module);
  });

  it("are short where those of the firmware are used up", () => {
    const many = Array.from({ length: 1500 }, (_, i) => `theNameOf${i}`);
    const made = newNames(many, [], new Set(["a0", "b0"]));
    const all = many.map((name) => made.of.get(name) as string);
    expect(new Set(all).size).toBe(1500);
    expect(all.filter((name) => !ROM_NAMES.includes(name) && name.length > 3)).toEqual([]);
    expect(all).not.toContain("a0");
  });
});

describe("a module with other names", () => {
  it("does the same where those of the firmware do not suffice, with builtins among them", {
    timeout: 30_000,
  }, async () => {
    const EACH = 190;
    const name = (part: number, i: number) => `step${part}${String(i).padStart(3, "0")}`;
    const parts = [0, 1, 2, 3].map((part) => Array.from({ length: EACH }, (_, i) => name(part, i)));
    for (const [part, names] of parts.entries())
      writeFileSync(
        join(folder, `part${part}.ts`),
        names.map((one, i) => `export const ${one} = (n: number) => n ^ ${i};\n`).join(""),
      );
    const imports = parts.map((names, part) => `import { ${names.join(", ")} } from "./part${part}.ts";\n`);
    const calls = parts.flat().map((one) => `sum = ${one}(sum & 0xff);\n`);
    const text = [...imports, "let sum = 1;\n", ...calls, "for (let i = 0; i < 3; i++) console.log(sum + i);\n"].join(
      "",
    );
    expect(await differenceIn(text)).toBeNull();
    expect(pythonOf(text)).toMatch(/\b(ArithmeticError|AttributeError|EOFError)\b/);
  });

  it("has the same lines, and names of the firmware alone", () => {
    const text = `function scaleOf(widthPx: number, heightPx: number): number {
  const sumOf = (otherPx: number): number => widthPx + heightPx + otherPx;
  return sumOf(3);
}
class Shape { areaPx = scaleOf(1, 2); grow(byPx: number): void { this.areaPx = scaleOf(this.areaPx & 7, byPx & 7); } }
const shape = new Shape();
shape.grow(4);
console.log(shape.areaPx);`;
    const module = compiled(text).compiled.modules.at(-1);
    const [python = "", readable = ""] = [module?.python, module?.readable];
    const shapeOf = (one: string) => one.replace(/[A-Za-z_]\w*/g, "x");
    expect(shapeOf(python)).toBe(shapeOf(readable));
    expect(readable).toContain("def scaleOf(widthPx, heightPx):");
    expect([...wordsOf(python)].filter((word) => /Px|Of$|Shape|grow/.test(word))).toEqual([]);
  });

  it("takes parameters' names again in each function, but not within it", async () => {
    const text = `const outer = (firstOne: number) => (secondOne: number) => (thirdOne: number) =>
  firstOne * 100 + secondOne * 10 + thirdOne;
const again = (fourthOne: number) => fourthOne + 1;
console.log(outer(1)(2)(3), again(4));`;
    expect(await differenceIn(text)).toBeNull();
    const names = [...pythonOf(text).matchAll(/(?:def \w+\(|lambda )(\w+)/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(3);
  });
});
