// ARCHITECTURE.md's "who may import whom" as data, checked over every import of every source file.
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { repository } from "../build/project.ts";
import { sourceFiles } from "./source-files.ts";

/** MicroPython's modules, umqtt and the hand-written ones: what is declared for the device. */
const DEVICE = "device";
/** Node's modules and npm's packages. */
const NODE = "node";

interface Area {
  /** Folder or file, or its beginning; the first area that fits a file is its area. */
  readonly path: string;
  /** Beginnings of the paths that it may import, besides its own; DEVICE and NODE stand for what has no path. */
  readonly may: readonly string[];
}

/** What tests and the simulator use of the transpiler: its front door, the VM and the tracebacks. */
const TRANSPILER_INDEX = [
  "transpiler/src/index.ts",
  "transpiler/src/vm/",
  "transpiler/src/diagnostics/render.ts",
  "transpiler/src/trace/log-mapper.ts",
];

const AREAS: readonly Area[] = [
  { path: "firmware-ts/domain/", may: [] },
  { path: "firmware-ts/ports/", may: ["firmware-ts/domain/"] },
  { path: "firmware-ts/app/", may: ["firmware-ts/domain/", "firmware-ts/ports/"] },
  { path: "firmware-ts/drivers/", may: ["firmware-ts/domain/", "firmware-ts/ports/", DEVICE] },
  { path: "firmware-ts/boards/", may: [] },
  { path: "firmware-ts/types/", may: [DEVICE] },
  {
    path: "firmware-ts/fakes/",
    may: ["firmware-ts/domain/", "firmware-ts/ports/", "firmware-ts/types/", DEVICE, NODE],
  },
  {
    path: "firmware-ts/node/",
    may: ["firmware-ts/domain/", "firmware-ts/ports/", "firmware-ts/app/", "firmware-ts/boards/", NODE],
  },
  // In a browser; the build bakes the settings' tables into it.
  {
    path: "firmware-ts/page/tests/",
    may: [
      "firmware-ts/page/",
      // What the gateway makes of what the page gives it.
      "firmware-ts/domain/",
      "firmware-ts/tests/support/time-zones.ts",
      "scripts/build/setup-page.ts",
      "board-tests/control/chromium.ts",
      "board-tests/support/",
      NODE,
    ],
  },
  { path: "firmware-ts/page/", may: ["firmware-ts/domain/settings/"] },
  // The second opinions on PDUs are Python's.
  { path: "firmware-ts/tests/", may: ["firmware-ts/", "scripts/python-tools/index.ts", DEVICE, NODE] },
  {
    path: "firmware-ts/main.ts",
    may: [
      "firmware-ts/domain/",
      "firmware-ts/ports/",
      "firmware-ts/app/",
      "firmware-ts/drivers/",
      "firmware-ts/setup-",
      DEVICE,
    ],
  },
  // The composition roots of setup mode.
  ...["firmware-ts/setup-", "firmware-ts/start-setup.late.ts", "firmware-ts/portal.ts"].map((path) => ({
    path,
    may: [
      "firmware-ts/domain/",
      "firmware-ts/ports/",
      "firmware-ts/app/",
      "firmware-ts/drivers/",
      "firmware-ts/setup-",
      "firmware-ts/start-setup.late.ts",
      "firmware-ts/portal.ts",
      DEVICE,
    ],
  })),
  { path: "firmware-ts/start/", may: ["firmware-ts/main.ts", "firmware-ts/boards/wiring/"] },
  { path: "transpiler/lib/", may: [DEVICE] },
  { path: "transpiler/src/", may: [NODE] },
  { path: "transpiler/vm/", may: ["transpiler/src/", NODE] },
  { path: "transpiler/tests/", may: ["transpiler/", DEVICE, NODE] },
  // What was built, on a board: by the same code as the commands that put it there.
  { path: "board-tests/on-board/", may: ["scripts/", NODE] },
  { path: "board-tests/", may: [...TRANSPILER_INDEX, "scripts/build.ts", "scripts/python-tools/index.ts", NODE] },
  // The one command that runs the gateway itself.
  { path: "scripts/gateway.ts", may: ["firmware-ts/node/", NODE] },
  {
    path: "scripts/",
    may: [
      ...TRANSPILER_INDEX,
      // A VM for profiles.
      "transpiler/vm/make-vm.ts",
      "transpiler/tests/harness/",
      "board-tests/",
      "firmware-ts/boards/",
      "firmware-ts/domain/settings/",
      // Pictures of the setup page.
      "firmware-ts/page/tests/page-bench.ts",
      NODE,
    ],
  },
];

const NODE_BUILT_INS = /^node:/;

describe("nobody imports what the architecture keeps apart", () => {
  const files = sourceFiles();
  const deviceModules = new Set(files.filter((path) => path.endsWith(".d.ts")).flatMap(declaredModules));

  test.each(AREAS)("$path", (area) => {
    const own = files.filter((path) => areaOf(path) === area);
    const wrong = own.flatMap((path) =>
      importsOf(path)
        .filter((target) => !allowed(area, target, deviceModules))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ["firmware-ts/domain/inbox.ts", "firmware-ts/ports/clock.ts"],
    ["firmware-ts/app/gateway.ts", "machine"],
    ["firmware-ts/app/gateway.ts", "node:fs"],
    ["firmware-ts/app/gateway.ts", "firmware-ts/node/mailbox.ts"],
    ["firmware-ts/node/loop-thread.ts", "firmware-ts/drivers/clock.ts"],
    ["firmware-ts/node/loop-thread.ts", "machine"],
    ["scripts/flash.ts", "firmware-ts/node/run-gateway.ts"],
    ["transpiler/src/compile.ts", "firmware-ts/main.ts"],
    ["transpiler/src/compile.ts", "scripts/build.ts"],
    ["board-tests/scenarios/path.test.ts", "firmware-ts/domain/api.ts"],
    ["board-tests/scenarios/path.test.ts", "transpiler/src/lower/names.ts"],
  ])("%s may not import %s", (path, target) => {
    const area = areaOf(path);
    expect(area && allowed(area, target, deviceModules)).toBe(false);
  });

  test("every source file belongs to an area", () => {
    const outside = files.filter((path) => areaOf(path) === undefined && path.includes("/"));
    expect(outside).toEqual([]);
  });

  test("imports of every form are seen", () => {
    const text = `
      import a from "./a.ts";
      import type { B } from "./b.ts";
      export * from "./c.ts";
      const d = await import("./d.ts");
      type E = import("./e.ts").E;`;
    expect(importsIn("board-tests/x.ts", text)).toEqual(
      ["a", "b", "c", "d", "e"].map((name) => `board-tests/${name}.ts`),
    );
  });
});

function areaOf(path: string): Area | undefined {
  return AREAS.find((area) => path.startsWith(area.path));
}

/** `target` is a path below the repository or the name of a module. */
function allowed(area: Area, target: string, deviceModules: ReadonlySet<string>): boolean {
  if (target.includes("/") && areaOf(target) !== undefined) {
    return target.startsWith(area.path) || area.may.some((prefix) => target.startsWith(prefix));
  }
  if (area.may.includes(DEVICE) && deviceModules.has(target)) return true;
  return area.may.includes(NODE) && (NODE_BUILT_INS.test(target) || !deviceModules.has(target));
}

function importsOf(path: string): string[] {
  return importsIn(path, ts.sys.readFile(join(repository, path)) ?? "");
}

/** What a file imports: paths below the repository for its own, else the module's name. */
function importsIn(path: string, text: string): string[] {
  const named = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return named.map((name) =>
    name.startsWith(".")
      ? relative(repository, join(repository, dirname(path), name))
          .split(sep)
          .join("/")
      : name,
  );
}

function declaredModules(path: string): string[] {
  const source = ts.createSourceFile(path, ts.sys.readFile(join(repository, path)) ?? "", ts.ScriptTarget.ES2022);
  return source.statements.filter(ts.isModuleDeclaration).map(({ name }) => name.text);
}
