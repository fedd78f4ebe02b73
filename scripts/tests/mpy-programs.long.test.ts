// Every program of the compiler's tests once more as bytecode, which is what goes on a board: it prints and ends as it does
// from Python, which run.test.ts holds against Node.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../../transpiler/src/index.ts";
import { closeDevice, runAsMpy, runOnDevice } from "../../transpiler/tests/harness/device-side.ts";
import { findPrograms } from "../../transpiler/tests/harness/programs.ts";
import { mpyCross } from "../python-tools/index.ts";

const folder = fileURLToPath(new URL("../../transpiler/tests/run", import.meta.url));
// mpy-programs.test.ts runs those of programs/.
const programs = findPrograms(folder).filter(({ name, refuse }) => refuse === null && !name.startsWith("programs/"));

let crossCompiler: string;
beforeAll(async () => {
  crossCompiler = await mpyCross();
}, 120_000);
afterAll(closeDevice);

it.each(programs)("$name", { timeout: 60_000 }, async ({ entry }) => {
  const compiled = compile({ entry });
  const [fromPython, fromBytecode] = await Promise.all([runOnDevice(compiled), runAsMpy(compiled, crossCompiler)]);
  const told = ({ stdout, failure, frames }: typeof fromPython) => ({
    stdout,
    failure,
    lines: frames.map(({ file, line }) => `${file}:${line}`),
  });
  expect(told(fromBytecode)).toEqual(told(fromPython));
});
