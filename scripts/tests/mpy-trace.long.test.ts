// Where it failed, for bytecode: what runs on a board is .mpy, and its tracebacks too name the very line and function.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDevice, runAsMpy } from "../../transpiler/tests/harness/device-side.ts";
import { failEverywhere } from "../../transpiler/tests/harness/probe-runs.ts";
import { probedPrograms } from "../../transpiler/tests/harness/probed-programs.ts";
import { mpyCross } from "../python-tools/index.ts";

let crossCompiler: string;
beforeAll(async () => {
  crossCompiler = await mpyCross();
}, 120_000);
afterAll(closeDevice);

describe("an error at each statement of bytecode is shown at its line and in its function", () => {
  it.each(probedPrograms)("%s", async (name) => {
    const entry = fileURLToPath(new URL(`../../transpiler/tests/run/${name}.ts`, import.meta.url));
    const { ended, wrong } = await failEverywhere(entry, "short", (compiled) => runAsMpy(compiled, crossCompiler));
    expect(wrong).toEqual([]);
    expect(ended).toBeGreaterThan(8);
  });
});
