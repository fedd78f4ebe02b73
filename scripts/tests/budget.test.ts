// A build beyond its budget fails and says what has grown: on a small project, with the real compiler and a virtual board.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Budget, overBudget, type Taken } from "../build/budget.ts";
import { type Figures, figuresOf, readFigures, writeFigures } from "../build/figures.ts";
import { DEFAULT_BOARD, gatewayOn, type Project } from "../build/project.ts";
import { buildWithinBudget, measuredSizes } from "../build/within-budget.ts";
import { BuildFailed, build } from "../build.ts";

let project: Project & { root: string };
beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), "budget-test-"));
  const folder = (name: string) => join(root, name);
  project = { root, firmware: folder("firmware-ts"), runtime: folder("runtime-py"), dist: folder("dist") };
  for (const name of ["domain", "types"]) mkdirSync(join(project.firmware, name), { recursive: true });
  mkdirSync(project.runtime);
  write(
    "main.ts",
    'import { count } from "./domain/inbox.ts";\nexport function start(): void {\n  console.log(count("a"));\n}\n',
  );
  write("domain/inbox.ts", inbox(1));
  writeFileSync(join(project.runtime, "main.py"), "# @modules\n");
});
afterEach(() => rmSync(project.root, { recursive: true, force: true }));

const write = (path: string, text: string) => writeFileSync(join(project.firmware, path), text);
const limit = (budget: Budget) => write("budget.json", JSON.stringify(budget));
const isWhole = () => existsSync(join(project.dist, "build.json"));

/** A module that is the larger the more lines there are; of code alone, as names share their memory with all other names. */
function inbox(count: number): string {
  const lines = Array.from({ length: count }, (_, n) => `  if (text.length === ${1000 + n}) return ${n};`);
  return `export function count(text: string): number {\n${lines.join("\n")}\n  return text.length;\n}\n`;
}

async function keepFigures(): Promise<Figures> {
  const report = await build({ project });
  const figures = figuresOf(report, await measuredSizes(project, report));
  writeFigures(project, figures);
  return figures;
}

async function failure(): Promise<string> {
  const failed = await buildWithinBudget({ project }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(BuildFailed);
  return (failed as BuildFailed).message;
}

describe("npm run build", () => {
  const kinds: [string, (figures: Figures) => Budget, RegExp][] = [
    [
      "the flash",
      ({ device_bytes }) => ({ device_bytes }),
      /^dist\/device: [\d,]+ bytes, [\d,]+ are allowed; grown since the last commit's figures \(firmware-ts\/figures\.json\): gateway\.domain\.inbox by \d+\.$/m,
    ],
    [
      "the .mpy of a module",
      ({ modules }) => ({ mpy_bytes: { "gateway.domain.inbox": modules["gateway.domain.inbox"]?.mpy_bytes ?? 0 } }),
      /^gateway\.domain\.inbox: \d+ bytes of \.mpy, \d+ are allowed; it grew by \d+ since the last commit's figures \(firmware-ts\/figures\.json\)\.$/m,
    ],
    [
      "the heap after all imports",
      ({ modules }) => ({
        heap_bytes: Object.values(modules).reduce((sum, { heap_bytes = 0 }) => sum + heap_bytes, 0),
      }),
      /^The heap after all imports: [\d,]+ bytes, [\d,]+ are allowed; grown since the last commit's figures \(firmware-ts\/figures\.json\): gateway\.domain\.inbox by \d+/m,
    ],
  ];

  test.each(kinds)("fails beyond the budget of %s, and names the module that grew", async (_what, budget, sentence) => {
    limit(budget(await keepFigures()));
    expect((await buildWithinBudget({ project })).board).toBe("pico-w");
    expect(isWhole()).toBe(true);
    write("domain/inbox.ts", inbox(9));
    const message = await failure();
    expect(message).toMatch(sentence);
    expect(message).toMatch(/^Over the budget of firmware-ts\/budget\.json:\n/);
    expect(isWhole()).toBe(false);
    expect(await failure()).toBe(message);
  });

  test("fails beyond a budget that was made tighter, where nothing has grown", async () => {
    const { device_bytes } = await keepFigures();
    limit({ device_bytes: device_bytes - 1, mpy_bytes: { "*": 20 } });
    const message = await failure();
    expect(message).toMatch(/^dist\/device: .*figures\.json\): no module\.$/m);
    expect(message).toMatch(/^gateway\.main: .* it has not grown since the last commit's figures/m);
  });

  test("holds a build against the budget that was made without one, by a test or the simulator", async () => {
    limit({ device_bytes: 100 });
    await build({ project });
    expect(isWhole()).toBe(true);
    expect(await failure()).toMatch(/^dist\/device: [\d,]+ bytes, 100 are allowed\.$/m);
    expect(isWhole()).toBe(false);
  });

  test("measures a build once, and does nothing when nothing changed", async () => {
    limit({ heap_bytes: 20_000 });
    await buildWithinBudget({ project });
    const measured = join(project.dist, "sizes.json");
    const { of, sizes } = JSON.parse(readFileSync(measured, "utf8"));
    writeFileSync(measured, JSON.stringify({ of, sizes: [...sizes, { name: "a", mpyBytes: 0, heapBytes: 20_000 }] }));
    expect(await failure()).toMatch(/^The heap after all imports/m);
    writeFileSync(measured, "half of a fi");
    expect((await buildWithinBudget({ project })).upToDate).toBe(false);
    expect((await buildWithinBudget({ project })).upToDate).toBe(true);
  });

  test("without a budget and without figures has no limit", async () => {
    expect((await buildWithinBudget({ project })).upToDate).toBe(false);
    limit({ mpy_bytes: { "*": 1 } });
    expect(await failure()).toMatch(/^gateway\.main: \d+ bytes of \.mpy, 1 are allowed\.$/m);
  });
});

describe("the sentences on a budget", () => {
  const taken: Taken = {
    deviceBytes: 2000,
    sizes: [
      { name: "app.large", mpyBytes: 900, heapBytes: 700 },
      { name: "app.small", mpyBytes: 300, heapBytes: undefined },
    ],
    depth: 17.3,
  };
  const none = { figures: null, name: "figures.json" };

  test("are none where it holds, and one without limits allows all", () => {
    const exact = { device_bytes: 2000, heap_bytes: 700, depth_calls: 17.3, mpy_bytes: { "*": 900 } };
    expect(overBudget(taken, exact, none)).toEqual([]);
    expect(overBudget(taken, {}, none)).toEqual([]);
  });

  test("name what passed it, and by how much", () => {
    const limits = { device_bytes: 1999, heap_bytes: 699, depth_calls: 17, mpy_bytes: { "*": 299, "app.large": 900 } };
    expect(overBudget(taken, limits, none)).toEqual([
      "dist/device: 2,000 bytes, 1,999 are allowed.",
      "The heap after all imports: 700 bytes, 699 are allowed.",
      "The deepest chain of calls: 17.3 plain calls, 17 are allowed.",
      "app.small: 300 bytes of .mpy, 299 are allowed.",
    ]);
  });

  test("name the five modules that grew most, a new one by all of it", () => {
    const sizes = Array.from({ length: 7 }, (_, n) => ({ name: `m${n}`, mpyBytes: 100 + n, heapBytes: 0 }));
    const figures = {
      device_bytes: 0,
      modules: Object.fromEntries(sizes.slice(1).map(({ name }) => [name, { mpy_bytes: 100 }])),
    };
    const before = { figures, name: "f.json" };
    expect(overBudget({ deviceBytes: 700, sizes }, { device_bytes: 699, mpy_bytes: { m0: 99 } }, before)).toEqual([
      "dist/device: 700 bytes, 699 are allowed; grown since the last commit's figures (f.json): " +
        "m0 by 100, m6 by 6, m5 by 5, m4 by 4, m3 by 3, 2 more.",
      "m0: 100 bytes of .mpy, 99 are allowed; it is not among the last commit's figures (f.json).",
    ]);
  });
});

test("firmware-ts/figures.json is what the build gives", async () => {
  const gateway = gatewayOn(DEFAULT_BOARD);
  const report = await build({ project: gateway });
  const figures = figuresOf(report, await measuredSizes(gateway, report));
  expect(readFigures(gateway), "to bring it up to date, type: npm run build -- --figures").toEqual(figures);
}, 60_000);
