// Every program of tests/run behaves on the device as in Node: the same output to the byte, and the same end.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readIfThere } from "../src/cli/files.ts";
import { compile } from "../src/compile.ts";
import { findings } from "../src/diagnostics/catalogue.ts";
import { renderDiagnostics } from "../src/diagnostics/render.ts";
import type { CompileResult } from "../src/index.ts";
import { closeDevice, runOnDevice } from "./harness/device-side.ts";
import { bundle, runOnNode } from "./harness/node-side.ts";
import { FOR_NOW, findPrograms, type TestProgram } from "./harness/programs.ts";

const programs = findPrograms(fileURLToPath(new URL("./run", import.meta.url)));
const accepted = programs.filter((program) => program.refuse === null && program.stopsAt === null);
const refused = programs.filter((program) => program.refuse !== null);
const stopping = programs.filter((program) => program.stopsAt !== null);

let javascript: ReadonlyMap<string, string>;
beforeAll(async () => {
  javascript = await bundle([...accepted, ...stopping]);
});
afterAll(closeDevice);

function compiled(program: TestProgram): CompileResult {
  const result = compile({ entry: program.entry });
  const text = renderDiagnostics(result.diagnostics, { pretty: true, cwd: process.cwd(), readFile: readIfThere });
  expect(text, "it is refused").toBe("");
  return result;
}

describe("prints the same and ends the same on the device and in Node", () => {
  it.concurrent.each(accepted)("$name", async (program) => {
    const result = compiled(program);
    const [node, device] = await Promise.all([runOnNode(javascript.get(program.name) ?? ""), runOnDevice(result)]);
    const { stdout, failure, traceback } = device;
    expect({ stdout, failure }, traceback ?? "").toEqual(node);
  });
});

describe.runIf(refused.length > 0)("is refused", () => {
  it.each(refused)("$name with $refuse", (program) => {
    const codes = new Set(compile({ entry: program.entry }).diagnostics.map(({ code }) => code));
    expect(codes).not.toContain(findings.internal().code);
    if (program.refuse === FOR_NOW) expect(codes, "it is accepted now: remove the marker").not.toEqual(new Set());
    else expect([...codes].sort().join(" ")).toBe(program.refuse);
  });
});

describe.runIf(stopping.length > 0)("stops on the device, at the line that says so, where Node goes on", () => {
  it.concurrent.each(stopping)("$name", async (program) => {
    const result = compiled(program);
    const [node, device] = await Promise.all([runOnNode(javascript.get(program.name) ?? ""), runOnDevice(result)]);
    expect(device.failure, "it must stop").not.toBeNull();
    const stopped = device.frames.filter((frame) => frame.column !== null).at(-1);
    expect({ file: stopped?.file, line: stopped?.line }, device.traceback ?? "").toEqual({
      file: program.entry,
      line: program.stopsAt,
    });
    expect(node.stdout.startsWith(device.stdout), "what came before must be the same").toBe(true);
  });
});
