// Every program of tests/run behaves on the device as in Node: the same output to the byte, and the same end. In Node every
// fact that the compiler has proven is checked meanwhile.
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { readIfThere } from "../src/cli/files.ts";
import { analyse, compile } from "../src/compile.ts";
import { findings } from "../src/diagnostics/catalogue.ts";
import { renderDiagnostics } from "../src/diagnostics/render.ts";
import { type BothSides, differenceOf, endsOfDevice, runBothSides } from "./harness/both-sides.ts";
import { closeDevice } from "./harness/device-side.ts";
import { findPrograms, type TestProgram } from "./harness/programs.ts";

const programs = findPrograms(fileURLToPath(new URL("./run", import.meta.url)));
const accepted = programs.filter((program) => program.refuse === null && program.stopsAt === null);
const refused = programs.filter((program) => program.refuse !== null);
const stopping = programs.filter((program) => program.stopsAt !== null);

afterAll(closeDevice);

async function run({ entry }: TestProgram): Promise<BothSides> {
  const analysed = analyse({ entry, names: "short" });
  const { diagnostics } = analysed.compiled;
  const text = renderDiagnostics(diagnostics, { pretty: true, cwd: process.cwd(), readFile: readIfThere });
  expect(text, "it is refused").toBe("");
  return (await runBothSides(entry, analysed)) as BothSides;
}

describe("prints the same and ends the same on the device and in Node", () => {
  it.concurrent.each(accepted)("$name", async (program) => {
    const both = await run(program);
    expect(differenceOf(both)).toBeNull();
    expect(both.node.stop, "it stops, and does not say so").toBeNull();
  });
});

describe.runIf(refused.length > 0)("is refused", () => {
  it.each(refused)("$name with $refuse", (program) => {
    const codes = new Set(compile({ entry: program.entry }).diagnostics.map(({ code }) => code));
    expect(codes).not.toContain(findings.internal().code);
    expect([...codes].sort().join(" ")).toBe(program.refuse);
  });
});

describe.runIf(stopping.length > 0)("breaks its own types, and stops on both sides at the line that says so", () => {
  it.concurrent.each(stopping)("$name", async (program) => {
    const stop = { file: program.entry, line: program.stopsAt as number };
    const both = endsOfDevice(await run(program), stop);
    expect(both.node.stop).toEqual(stop);
    expect(differenceOf(both)).toBeNull();
  });
});
