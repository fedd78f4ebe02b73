// The gateway is built for each board: what tells the builds apart, and that MicroPython on the board has every name that the
// Python on it uses. No board but the Pico W has a virtual one: for the others this is all that is tested.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BOARDS } from "../../firmware-ts/boards/index.ts";
import { filesBelow } from "../build/inputs.ts";
import { gatewayOn } from "../build/project.ts";
import { type BuildReport, build } from "../build.ts";
import { exists, stubNames, usedNames } from "./stub-names.ts";

let root: string;
const builds = new Map<string, BuildReport>();
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "board-builds-"));
  for (const board of BOARDS)
    builds.set(board.name, await build({ project: { ...gatewayOn(board), dist: join(root, board.name) } }));
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const built = (name: string) => builds.get(name) as BuildReport;
const read = (name: string, path: string) => readFileSync(join(root, name, path), "utf8");

/** What stands on this board alone, and names it. */
const OWN = /^((gateway\/start|chip)\.mpy|gateway\/late-names\.txt)$/;

describe.each(BOARDS)("the build for a $title", ({ name, chip, download }) => {
  test("says what it is for, in its manifest and at its start", () => {
    expect(built(name).board).toBe(name);
    const main = read(name, "device/main.py");
    expect(main).toContain(`_BUILD = "${built(name).build}"\n`);
    expect(main).toContain(`print("gateway build", _BUILD, "for ${name}")\n`);
  });

  test("starts by the board's own file, and forgets that", () => {
    const within = new Map(built(name).modules.map((module) => [module.name, module.within]));
    expect(within.get(`start/${name}.ts`)).toBe("gateway.start");
    const starting = read(name, "python/starting.py");
    expect(starting).toContain('sys.modules["gateway.start"].start(build, built)');
    expect(starting).toContain('_STARTING = const("gateway.start")\n');
    expect(read(name, "device/main.py")).toContain("    import gateway.start\n");
  });

  test("has the files of its chip, and no other's", () => {
    const source = readFileSync(new URL(`../../runtime-py/chips/${chip}/chip.py`, import.meta.url), "utf8");
    expect(read(name, "python/chip.py")).toBe(source);
    expect(filesBelow(built(name).device).filter((path) => path.includes("chip"))).toEqual(["chip.mpy"]);
  });

  test("uses no name that MicroPython lacks there", async () => {
    const stubs = await stubNames(download);
    const python = filesBelow(join(root, name, "python")).map((path) => [path, read(name, `python/${path}`)] as const);
    const readable = python.map(([path]) => path.replace(/\.py$/, "").replaceAll("/", "."));
    const { modules } = built(name);
    // A late module that is a file by itself stands elsewhere on the board; who imports it says where it comes from.
    const sources = modules.map(
      ({ source }) => `gateway.${source?.replace(/\.ts$/, "").replaceAll("/", ".").replaceAll("-", "_")}`,
    );
    const own = new Set([...readable, ...modules.map((module) => module.name), ...sources]);
    const used = usedNames([...python, ["main.py", read(name, "device/main.py")]]);
    const foreign = used.filter(([module = ""]) => !own.has(module)).map(withoutU);
    expect(foreign).toContainEqual(["machine", "Timer", "ONE_SHOT"]);
    expect(foreign).toContainEqual(["network", "STAT_WRONG_PASSWORD"]);
    // What a module's variable holds (sys.stdin) the stubs do not say.
    const known = ([module = "", variable = "", ...rest]: string[]) =>
      exists(
        stubs,
        stubs[module]?.[variable] === null ? [module, variable] : [module, variable, ...rest].filter(Boolean),
      );
    expect(foreign.filter((path) => !known(path)).map((path) => path.join("."))).toEqual([]);
    expect(exists(stubs, ["machine", "Timer", "ONE_SHOTS"])).toBe(false);
  }, 60_000);
});

test("the boards differ in their own files and in main.py alone", () => {
  const digests = (name: string) =>
    Object.entries(built(name).files).flatMap(([path, digest]) => {
      const [, inDevice = ""] = /^device\/(.*)$/.exec(path) ?? [];
      return inDevice === "" || OWN.test(inDevice) ? [] : [`${inDevice} ${digest}`];
    });
  const common = (name: string) => digests(name).filter((line) => !/^(main\.py|starting\.mpy) /.test(line));
  for (const { name } of BOARDS) expect(common(name)).toEqual(common("pico-w"));
  expect(new Set([...builds.values()].map(({ build: id }) => id)).size).toBe(BOARDS.length);
});

/** umqtt imports `usocket`: MicroPython finds a module of its own by either name. */
function withoutU([module = "", ...names]: string[]): string[] {
  return [module.replace(/^u(?=(binascii|socket|ssl|struct)$)/, ""), ...names];
}
