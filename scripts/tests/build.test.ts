// The build on a project of two modules, with a stand-in for the compiler: what the build itself does, whatever the
// compiler gives it.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CompileOptions, CompileResult } from "../../transpiler/src/index.ts";
import { filesBelow } from "../build/inputs.ts";
import type { Project } from "../build/project.ts";
import { BuildFailed, build, ProgramRefused } from "../build.ts";

const PYTHON_OF_INBOX = "def count():\n    return 3\n";

let root: string;
let project: Project;
let compilations: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "build-test-"));
  project = newProject("one");
  compilations = 0;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function newProject(name: string): Project {
  const folder = (part: string) => join(root, name, part);
  const made = { firmware: folder("firmware-ts"), runtime: folder("runtime-py"), dist: folder("dist") };
  mkdirSync(join(made.firmware, "domain"), { recursive: true });
  mkdirSync(made.runtime, { recursive: true });
  writeFileSync(join(made.firmware, "main.ts"), "a\nb\nc\n");
  writeFileSync(join(made.firmware, "domain", "inbox.ts"), "d\n");
  writeFileSync(
    join(made.runtime, "main.py"),
    "import machine\n\ntry:\n    # @modules\n    gateway.main.main()\nfinally:\n    machine.reset()\n",
  );
  writeFileSync(join(made.runtime, "hex_guard.py"), "def unhex(text):\n    return None\n");
  return made;
}

/** Gives two modules whose Python is fixed but for the name of the source. */
function compile(options: CompileOptions): CompileResult {
  compilations++;
  const module = (name: string, source: string, python: string) => ({
    name: `gateway.${name}`,
    path: `gateway/${name.replaceAll(".", "/")}.py`,
    source: join(project.firmware, source),
    python,
    readable: python,
    map: "{}",
  });
  expect(options).toMatchObject({ packageName: "gateway", entry: join(project.firmware, "main.ts") });
  return {
    modules: [
      module("domain.inbox", "domain/inbox.ts", PYTHON_OF_INBOX),
      module("main", "main.ts", "def main():\n    pass\n"),
    ],
    late: [],
    diagnostics: [],
    main: "",
  };
}

const refuse = (): CompileResult => ({
  modules: [],
  late: [],
  diagnostics: [
    { code: "TP1001", file: join(project.firmware, "main.ts"), start: 2, end: 3, message: "No.", hint: "Write b." },
  ],
  main: "",
});

const contents = (folder: string) =>
  Object.fromEntries(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path)).toString("base64")]));

describe("npm run build", () => {
  test("writes what goes onto the board, and nothing else", async () => {
    const report = await build({ project, compile });
    expect(filesBelow(report.device)).toEqual([
      "gateway/domain/inbox.mpy",
      "gateway/main.mpy",
      "hex_guard.mpy",
      "main.py",
      "umqtt/simple.mpy",
    ]);
    expect(filesBelow(report.maps)).toEqual([
      `${report.build}/gateway/domain/inbox.py.map`,
      `${report.build}/gateway/main.py.map`,
    ]);
    expect(readdirSync(project.dist).sort()).toEqual(["build.json", "device", "maps", "python"]);
  });

  test("says its id in main.py, and keeps the maps of older builds for the logs of boards that run them", async () => {
    const text = readFileSync(join(project.runtime, "main.py"), "utf8");
    writeFileSync(join(project.runtime, "main.py"), `print("build @build")\n${text}`);
    const first = await build({ project, compile });
    expect(readFileSync(join(first.device, "main.py"), "utf8")).toContain(`print("build ${first.build}")`);
    writeFileSync(join(project.runtime, "hex_guard.py"), "changed = 1\n");
    const second = await build({ project, compile });
    expect(readdirSync(second.maps).sort()).toEqual([first.build, second.build].sort());
    expect(await build({ project, compile })).toMatchObject({ upToDate: true });
  });

  test("imports the modules in main.py in their order, where the marker stands", async () => {
    const { device } = await build({ project, compile });
    expect(readFileSync(join(device, "main.py"), "utf8")).toBe(
      "import machine\n\ntry:\n    import gateway.domain.inbox\n    import gateway.main\n    gateway.main.main()\n" +
        "finally:\n    machine.reset()\n",
    );
  });

  test("takes the files of the board's chip, and says for which board it is", async () => {
    for (const chip of ["rp2040", "esp32c3"]) {
      mkdirSync(join(project.runtime, "chips", chip), { recursive: true });
      writeFileSync(join(project.runtime, "chips", chip, "chip.py"), `NAME = "${chip} of @board"\n`);
    }
    const pico = await build({ project, compile });
    expect(readFileSync(join(project.dist, "python/chip.py"), "utf8")).toBe('NAME = "rp2040 of pico-w"\n');
    const xiao = await build({ project: { ...project, board: { name: "xiao", chip: "esp32c3" } }, compile });
    expect(readFileSync(join(project.dist, "python/chip.py"), "utf8")).toBe('NAME = "esp32c3 of xiao"\n');
    expect([pico.board, xiao.board, xiao.upToDate]).toEqual(["pico-w", "xiao", false]);
    expect(filesBelow(xiao.device).filter((path) => path.includes("chip"))).toEqual(["chip.mpy"]);
  });

  test("gives a traceback the module's path on the board", async () => {
    const { device } = await build({ project, compile });
    expect(readFileSync(join(device, "gateway/domain/inbox.mpy"), "latin1")).toContain("gateway/domain/inbox.mpy");
  });

  test("counts lines and bytes of every module", async () => {
    const { modules } = await build({ project, compile });
    expect(modules.map(({ name, source, linesOfTypeScript }) => [name, source, linesOfTypeScript])).toEqual([
      ["gateway.domain.inbox", "domain/inbox.ts", 1],
      ["gateway.main", "main.ts", 3],
      ["umqtt.simple", null, 0],
      ["hex_guard", null, 0],
    ]);
    expect(modules[0]?.bytesOfPython).toBe(PYTHON_OF_INBOX.length);
    expect(modules[0]?.bytesOfMpy).toBe(readFileSync(join(project.dist, "device/gateway/domain/inbox.mpy")).length);
  });

  test("gives the same bytes for the same sources, wherever they lie", async () => {
    const first = await build({ project, compile });
    const files = contents(project.dist);
    project = newProject("another");
    const second = await build({ project, compile });
    expect(second.build).toBe(first.build);
    expect(contents(project.dist)).toEqual(files);
  });
});

describe("a second build", () => {
  test("does nothing when nothing changed", async () => {
    const first = await build({ project, compile });
    const second = await build({ project, compile });
    expect(second).toMatchObject({ upToDate: true, build: first.build, modules: first.modules });
    expect(compilations).toBe(1);
  });

  test.each([
    ["a source changed", () => writeFileSync(join(project.firmware, "main.ts"), "changed\n")],
    ["a source was added", () => writeFileSync(join(project.firmware, "new.ts"), "")],
    ["a hand-written file changed", () => writeFileSync(join(project.runtime, "hex_guard.py"), "x = 1\n")],
    ["a file of the output was changed", () => writeFileSync(join(project.dist, "device/main.py"), "x = 1\n")],
    ["a file of the output is gone", () => rmSync(join(project.dist, "device/gateway/main.mpy"))],
    ["a foreign file lies in the output", () => writeFileSync(join(project.dist, "device/stale.mpy"), "")],
    ["the last one was cut off", () => rmSync(join(project.dist, "build.json"))],
  ])("runs when %s", async (_name, change) => {
    await build({ project, compile });
    change();
    expect(await build({ project, compile })).toMatchObject({ upToDate: false });
    expect(existsSync(join(project.dist, "device/stale.mpy"))).toBe(false);
    expect(await build({ project, compile })).toMatchObject({ upToDate: true });
  });

  test("does not run for a changed test of the firmware", async () => {
    await build({ project, compile });
    mkdirSync(join(project.firmware, "tests"));
    writeFileSync(join(project.firmware, "tests", "inbox.test.ts"), "");
    expect(await build({ project, compile })).toMatchObject({ upToDate: true });
  });

  test("of two at once, one works and the other takes its output", async () => {
    const reports = await Promise.all([build({ project, compile }), build({ project, compile })]);
    expect(reports.map(({ upToDate }) => upToDate).sort()).toEqual([false, true]);
    expect(compilations).toBe(1);
  });

  test("takes over the lock of a process that is gone", async () => {
    mkdirSync(project.dist);
    writeFileSync(join(project.dist, ".lock"), "4194305");
    expect(await build({ project, compile })).toMatchObject({ upToDate: false });
  });
});

describe("a build that fails leaves the old output whole", () => {
  const failures: [string, () => Parameters<typeof build>[0], new (message: string) => Error, RegExp][] = [
    [
      "the program is refused",
      () => ({ project, compile: refuse }),
      ProgramRefused,
      /main\.ts:2:1 - error TP1001: No\./,
    ],
    [
      "mpy-cross refuses",
      () => ({ project, compile: withBadPython }),
      BuildFailed,
      /accept gateway\/(domain\/inbox|main)\.py.*SyntaxError/s,
    ],
    ["main.py has no marker", () => ({ project: withoutMarker(), compile }), BuildFailed, /# @modules/],
  ];

  test.each(failures)("%s", async (_name, options, error, message) => {
    await build({ project, compile });
    const before = contents(join(project.dist, "device"));
    writeFileSync(join(project.firmware, "main.ts"), "a\nchanged\n");
    const failed = build(options());
    await expect(failed).rejects.toThrow(error);
    await expect(failed).rejects.toThrow(message);
    expect(contents(join(project.dist, "device"))).toEqual(before);
    expect(readdirSync(project.dist).sort()).toEqual(["build.json", "device", "maps", "python"]);
  });

  function withBadPython(options: CompileOptions): CompileResult {
    const result = compile(options);
    return { ...result, modules: result.modules.map((module) => ({ ...module, python: "def main(:\n" })) };
  }

  function withoutMarker(): Project {
    writeFileSync(join(project.runtime, "main.py"), "import gateway.main\n");
    return project;
  }
});
