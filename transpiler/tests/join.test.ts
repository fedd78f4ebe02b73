// Modules that become one: the program does what it does when each is by itself, in Node and on the device.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Analysed, analyse } from "../src/compile.ts";
import type { Group } from "../src/join/index.ts";
import { namesOnDevice } from "../src/source-map/source-map.ts";
import { differenceOf, runBothSides } from "./harness/both-sides.ts";
import { closeDevice, runOnDevice } from "./harness/device-side.ts";
import { findPrograms } from "./harness/programs.ts";

const ALL: Group = { name: "all", files: ["*"] };

const programs = findPrograms(fileURLToPath(new URL("./run", import.meta.url)));
const ofSeveral = programs.filter(
  ({ entry, refuse, stopsAt }) =>
    refuse === null && stopsAt === null && /from "\.|import "\./.test(readFileSync(entry, "utf8")),
);

afterAll(closeDevice);

function joined(entry: string, join: readonly Group[]): Analysed {
  const analysed = analyse({ entry, names: "short", join });
  expect(analysed.compiled.diagnostics).toEqual([]);
  return analysed;
}

async function differenceIn(entry: string, join: readonly Group[]): Promise<string | null> {
  const both = await runBothSides(entry, joined(entry, join));
  return both && differenceOf(both);
}

describe("a program of several modules does the same", () => {
  it.concurrent.each(ofSeveral)("as one: $name", async ({ entry }) => {
    expect(await differenceIn(entry, [ALL])).toBeNull();
  });

  it.concurrent.each(ofSeveral)("as two, the entry by itself: $name", async ({ entry }) => {
    const own = { name: "own", files: [relative(dirname(entry), entry)] };
    expect(await differenceIn(entry, [own, ALL])).toBeNull();
  });

  it("and there are such programs", () => expect(ofSeveral.length).toBeGreaterThan(10));
});

describe("modules whose names are alike", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "join-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function program(files: Readonly<Record<string, string>>): string {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    return join(folder, "main.ts");
  }

  const ALIKE = {
    "a.ts": `const LIMIT = 3;
const step = (n: number): number => (n + LIMIT) & 0xff;
let count = 0;
class Part { size = LIMIT; static made = 0; grown(count: number): number { return step(this.size + (count & 7)); } }
export function used(): number { count = (count + 1) & 0xff; Part.made = count; return new Part().grown(count) + Part.made; }
export const list = [step(1), step(2)];
`,
    "b.ts": `import { list as others } from "./a.ts";
const LIMIT = 5;
const step = (n: number): string => \`step \${n + LIMIT}\`;
export let count = 10;
class Part { size = "b"; step(): string { return step(LIMIT) + this.size; } }
export function used(): string { count = (count + 1) & 0xff; return new Part().step() + others.join(); }
export const list = [step(1)];
`,
    "main.ts": `import { list, used } from "./a.ts";
import { count, list as texts, used as usedB } from "./b.ts";
const step = (list: readonly number[]): number => list.length;
console.log(used(), used(), usedB(), count, usedB(), count, step(list), texts.join(), list.join());
`,
  };

  it("keep them apart: functions, variables, constants, classes, and what hides them", async () => {
    const entry = program(ALIKE);
    expect(await differenceIn(entry, [ALL])).toBeNull();
    expect(await differenceIn(entry, [{ name: "first", files: ["a.ts", "b.ts"] }, ALL])).toBeNull();
  });

  it("are found by their file: what each is called on the device", () => {
    const [module] = joined(program(ALIKE), [ALL]).compiled.modules.filter(({ name }) => name === "app.all");
    const names = ["a.ts", "b.ts", "main.ts"].map(
      (file) => namesOnDevice(module?.map ?? "", file).get("step") ?? "step",
    );
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(module?.python).toContain(`def ${name}(`);
  });

  it("share what is the same: a constant, an import of a module of MicroPython's", async () => {
    const one = (name: string) => `import { ticks_ms } from "time";
const MOST = 77;
const least = (n: number): number => (n > MOST ? MOST : n);
export const ${name} = (n: number): boolean => least(n) === MOST && ticks_ms() >= 0;
`;
    const entry = program({
      "a.ts": one("one"),
      "b.ts": one("two"),
      "main.ts":
        'import { one } from "./a.ts";\nimport { two } from "./b.ts";\nconsole.log(one(80), two(3), two(77));\n',
    });
    const python = joined(entry, [ALL]).compiled.modules.find(({ name }) => name === "app.all")?.python;
    expect(python?.match(/= const\(77\)/g)).toHaveLength(1);
    expect(python?.match(/from time import/g)).toHaveLength(1);
  });

  it("are evaluated in the order of the modules, whatever each does then", async () => {
    const entry = program({
      "log.ts":
        "export const lines: string[] = [];\nexport function log(text: string): number { lines.push(text); return lines.length; }\n",
      "a.ts": 'import { log } from "./log.ts";\nexport const at = log("a");\nlog("after a");\n',
      "b.ts":
        'import { log } from "./log.ts";\nimport { at as before } from "./a.ts";\nexport const at = log("b after " + before.toString());\n',
      "main.ts":
        'import { lines } from "./log.ts";\nimport { at } from "./b.ts";\nconsole.log(at, lines.join("; "));\n',
    });
    expect(await differenceIn(entry, [ALL])).toBeNull();
    // With a group of its own, one that acts would come after another: nobody gets such a program.
    const apart = [
      { name: "apart", files: ["log.ts", "b.ts"] },
      { name: "rest", files: ["a.ts"] },
    ];
    expect(() => analyse({ entry, join: apart })).toThrow(
      /app\.\w+ needs app\.\w+ of app\.\w+, which needs it in turn/,
    );
  });

  it("are refused where another order would do something else", () => {
    const entry = program({
      "a.ts": 'console.log("a");\nexport const a = 1;\n',
      "b.ts": 'console.log("b");\nexport const b = 2;\n',
      "c.ts": 'console.log("c");\nexport const c = 3;\n',
      "main.ts":
        'import { a } from "./a.ts";\nimport { b } from "./b.ts";\nimport { c } from "./c.ts";\nconsole.log(a + b + c);\n',
    });
    expect(() => analyse({ entry, join: [{ name: "ends", files: ["a.ts", "c.ts"] }] })).toThrow(
      /app\.(a|b|c) would be evaluated after app\.(a|b|c): they belong into one group/,
    );
  });
});

describe("the helpers", () => {
  const program = programs.find(({ name }) => name.endsWith("late/shared-by-two")) ?? programs[0];

  it("are the beginning of the file that is loaded first, and have a module where there is none", () => {
    const entry = program?.entry ?? "";
    const files = (groups: readonly Group[]) => joined(entry, groups).compiled.modules;
    const one = files([ALL]).find(({ name }) => name === "app.all");
    expect(one?.parts?.map(({ name, source }) => [name, source === null])[0]).toEqual(["app._ts", true]);
    expect(one?.parts?.[0]?.readable).toContain("def ts_late(name):");
    expect(files([ALL]).map(({ name }) => name)).not.toContain("app._ts");
    expect(files([]).map(({ name }) => name)).toContain("app._ts");
  });
});

describe("late modules", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "join-late-"));
    mkdirSync(join(folder, "deep"));
    const files = {
      "shared.ts": 'export const shared = (n: u8): string => "shared " + n.toString();\n',
      "deep/own.ts": 'export function text(n: u8): string {\n  return "own " + n.toString();\n}\n',
      "deep/one.late.ts":
        'import { shared } from "../shared.ts";\nimport { text as own } from "./own.ts";\n' +
        "export function text(n: u8): string {\n  return own(n) + shared(n);\n}\n",
      "deep/two.late.ts":
        'import { shared } from "../shared.ts";\nexport function two(n: u8): string {\n  return "two " + shared(n);\n}\n',
      "main.ts":
        'import { forget, loadNext } from "late";\nimport { text } from "./deep/one.late.ts";\n' +
        'import { two } from "./deep/two.late.ts";\n' +
        "console.log(text(1), two(1));\nforget(text);\nwhile (!loadNext(text));\nconsole.log(text(2), two(2));\n",
    };
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const filesWith = (groups: readonly Group[]) => {
    const { late, modules } = joined(join(folder, "main.ts"), groups).compiled;
    return [modules.map(({ name }) => name), late] as const;
  };

  it("are a file where a group names them, and do the same, whatever is alike in them", async () => {
    const groups = [{ name: "both", files: ["deep/own.ts", "deep/one.late.ts"] }, ALL];
    const [names, late] = filesWith(groups);
    expect(names).toContain("app.both");
    expect(late).toEqual([
      ["app.shared", "app.both"],
      ["app.shared", "app.two_late"],
    ]);
    expect(await differenceIn(join(folder, "main.ts"), groups)).toBeNull();
  });

  it("stand at the root else, with a name that no group has", async () => {
    const groups = [{ ...ALL, name: "own" }];
    const [names, late] = filesWith(groups);
    expect([...names].sort()).toEqual(["app.one_late", "app.own", "app.own_", "app.shared", "app.two_late"]);
    expect(late[0]).toEqual(["app.shared", "app.own_", "app.one_late"]);
    expect(await differenceIn(join(folder, "main.ts"), groups)).toBeNull();
  });

  it("cannot be one file when they are not late together", () => {
    const apart = [{ name: "apart", files: ["shared.ts", "deep/one.late.ts"] }];
    expect(() => analyse({ entry: join(folder, "main.ts"), join: apart })).toThrow(
      "app.apart has app.shared and app.deep.one_late, which are not late together",
    );
  });
});

it("short texts of a file that does not stay are no names, wherever they stand; those of one that stays are", async () => {
  const folder = mkdtempSync(join(tmpdir(), "texts-"));
  const entry = join(folder, "main.ts");
  writeFileSync(
    entry,
    `const SHORT = "ab c";
class Kept { text = "x-y"; say(end: string = "e.f"): string { return this.text + end + SHORT; } }
const table: Record<string, string> = { "k-1": "v 1" };
const long = "a text that is too long for a name";
function all(key: string): string[] { return [key === "k-1" ? "yes!" : "no, no", \`<\${key}>\`, table[key] ?? "none."]; }
console.log(new Kept().say(), all("k-1").join("|"), all("k-2").map((one) => one + " ;").join(", "), long);`,
  );
  try {
    const [passing, staying] = [["main.ts"], ["*"]].map((files) => joined(entry, [{ name: "only", files }]));
    expect(await differenceIn(entry, [{ name: "only", files: ["main.ts"] }])).toBeNull();
    const pythonOf = (one: Analysed | undefined) => one?.compiled.modules.at(-1)?.python ?? "";
    const [line = "", ...rest] = pythonOf(passing)
      .split("\n")
      .filter((each) => each !== "");
    expect(line).toMatch(/^\w+ = \(.*"x-y".*\)$/);
    expect(rest.join("\n").match(/"(x-y|e\.f|yes!|no, no|k-1|v 1)"/g)).toBeNull();
    expect(pythonOf(staying)).toContain('"x-y"');
    expect(pythonOf(passing)).toContain('"a text that is too long for a name"');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("a traceback names file, line and function of each part", async () => {
  const folder = mkdtempSync(join(tmpdir(), "join-"));
  const files = {
    "low.ts":
      'class Low {\n  fail(n: number): number {\n    throw new Error("low " + n.toString());\n  }\n}\nexport const low = new Low();\n',
    "middle.ts":
      'import { low } from "./low.ts";\n\nexport function through(n: number): number {\n  return low.fail(n);\n}\n',
    "main.ts": 'import { through } from "./middle.ts";\n\nconst go = (n: number): number => through(n);\ngo(3);\n',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const { compiled } = joined(join(folder, "main.ts"), [ALL]);
  const { frames } = await runOnDevice(compiled);
  rmSync(folder, { recursive: true });
  expect(frames.slice(-4).map(({ file, line, functionName }) => `${file}:${line} ${functionName}`)).toEqual([
    "main.ts:4 <module>",
    "main.ts:3 go",
    "middle.ts:4 through",
    "low.ts:3 Low.fail",
  ]);
});
