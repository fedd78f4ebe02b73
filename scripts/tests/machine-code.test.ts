// Builds for machine code: what @native and @viper change of a program, and that the pinned cross-compiler makes code for
// the board's processor of it. That it does the same follows from what the compiler proves: the VM for tests runs no
// machine code.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../transpiler/src/index.ts";
import { runOnVm } from "../../transpiler/src/vm/index.ts";
import { findPrograms } from "../../transpiler/tests/harness/programs.ts";
import { toBytecode } from "../build/bytecode.ts";
import { repository } from "../build/project.ts";
import { build } from "../build.ts";
import { mpyCross } from "../python-tools/index.ts";

const programs = findPrograms(join(repository, "transpiler", "tests", "run", "native"));
/** Second byte of a .mpy, bits 2 to 5: the processor, 0 where there is only bytecode (MicroPython's py/persistentcode.h). */
const ARMV6M = 4;
const processorOf = (mpy: Buffer) => ((mpy[2] ?? 0) >> 2) & 0xf;

/** Python without what a build for machine code adds to it. */
function without(python: string): string {
  const names = new Map<string, string>();
  const lines = python.split("\n").filter((line) => {
    const [, address, name] = /^ +(\w+) = ptr8\((\w+)\)$/.exec(line) ?? [];
    if (address && name) names.set(address, name);
    return !address && !/^ *@micropython\.(native|viper)$/.test(line);
  });
  const plain = lines.map((line) =>
    /^ *def /.test(line)
      ? line.replace(/: (int|bool|ptr8)(?=[,)])/g, "").replace(/\) -> (int|bool):$/, "):")
      : line.replace(/\bint\((len\(\w+\))\)/g, "$1").replace(/\b(\w+)(?=\[)/g, (word) => names.get(word) ?? word),
  );
  return plain.join("\n");
}

let crossCompiler: string;
beforeAll(async () => {
  crossCompiler = await mpyCross();
}, 60_000);

describe.each(programs)("$name", ({ entry }) => {
  const [plain, native] = [compile({ entry }), compile({ entry, native: true })];

  test("differs by decorators alone, and for viper by types, addresses and lengths", () => {
    expect(native.modules.map(({ python }) => without(python))).toEqual(plain.modules.map(({ python }) => python));
    expect(native.modules.map(({ python }) => python)).not.toEqual(plain.modules.map(({ python }) => python));
  });

  test("becomes machine code of the board's processor", async () => {
    const files = ({ modules }: typeof native) => modules.map(({ path, python }) => ({ path, text: python }));
    const made = await toBytecode(crossCompiler, files(native));
    expect(made.map(processorOf)).toEqual(native.modules.map(({ source }) => (source === null ? 0 : ARMV6M)));
    expect((await toBytecode(crossCompiler, files(plain))).map(processorOf)).not.toContain(ARMV6M);
  });
});

test("the VM for tests refuses machine code", async () => {
  const [mpy = Buffer.alloc(0)] = await toBytecode(crossCompiler, [
    { path: "a.py", text: "@micropython.native\ndef f():\n    return 1\n" },
  ]);
  const { error } = await runOnVm({ files: { "main.py": "import a\n", "a.mpy": mpy } });
  expect(error).toMatch(/native code in \.mpy unsupported/);
});

describe("npm run build -- --native", () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "machine-code-"));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("is another build than the one without it", async () => {
    const [firmware, runtime, dist] = [join(root, "ts"), join(root, "py"), join(root, "dist")];
    const project = (native: boolean) => ({ firmware, runtime, dist, native });
    mkdirSync(join(firmware, "types"), { recursive: true });
    mkdirSync(runtime);
    writeFileSync(join(runtime, "main.py"), "# @modules\n");
    writeFileSync(join(firmware, "main.ts"), "/** @viper */\nexport const low = (x: u16): u16 => x & 0xff;\n");
    const code = (device: string) => readFileSync(join(device, "gateway", "main.mpy"));
    const plain = await build({ project: project(false) });
    expect(processorOf(code(plain.device))).toBe(0);
    const native = await build({ project: project(true) });
    expect({ upToDate: native.upToDate, processor: processorOf(code(native.device)) }).toEqual({
      upToDate: false,
      processor: ARMV6M,
    });
    expect((await build({ project: project(true) })).upToDate).toBe(true);
  });
});
