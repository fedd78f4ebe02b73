// What goes on a board is bytecode: the larger programs once more as .mpy, made by the pinned cross-compiler.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../transpiler/src/index.ts";
import { closeDevice, runAsMpy } from "../../transpiler/tests/harness/device-side.ts";
import { bundle, runOnNode } from "../../transpiler/tests/harness/node-side.ts";
import { findPrograms } from "../../transpiler/tests/harness/programs.ts";
import { mpyCross } from "../python-tools/index.ts";

const folder = fileURLToPath(new URL("../../transpiler/tests/run", import.meta.url));
const programs = findPrograms(folder).filter(
  ({ name, refuse, stopsAt }) => name.startsWith("programs/") && refuse === null && stopsAt === null,
);

let javascript: ReadonlyMap<string, string>;
let crossCompiler: string;
beforeAll(async () => {
  javascript = await bundle(programs);
  crossCompiler = await mpyCross();
}, 120_000);
afterAll(closeDevice);

describe("prints the same as bytecode as in Node", () => {
  it.each(programs)("$name", async (program) => {
    const device = await runAsMpy(compile({ entry: program.entry }), crossCompiler);
    const { stdout, failure } = await runOnNode(javascript.get(program.name) ?? "");
    expect({ stdout: device.stdout, failure: device.failure }, device.traceback ?? "").toEqual({ stdout, failure });
  });
});
