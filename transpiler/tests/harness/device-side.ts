// Programs as the device runs them: compiled, and run on the MicroPython VM in virtual time.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompileResult } from "../../src/index.ts";
import { type Frame, framesOf, lookupIn } from "../../src/trace/traceback.ts";
import { type RunResult, VmPool } from "../../src/vm/index.ts";
import type { Outcome } from "./outcome.ts";

type DeviceFiles = Record<string, string | Uint8Array>;

export interface DeviceOutcome extends Outcome {
  /** MicroPython's own text, for the reader of a failed test. */
  readonly traceback: string | null;
  /** Of the traceback, in TypeScript where it is known; outermost first. */
  readonly frames: readonly Frame[];
}

/** Two at a time: the machines that run the tests have two cores. */
const pool = new VmPool({ size: 2 });

export async function runOnDevice(compiled: CompileResult): Promise<DeviceOutcome> {
  return outcomeOf(await pool.run({ files: pythonFiles(compiled), time: "virtual" }), compiled);
}

/** The same program as .mpy files, which is what goes on a board; `mpyCross` is the cross-compiler's path. */
export async function runAsMpy(compiled: CompileResult, mpyCross: string): Promise<DeviceOutcome> {
  return outcomeOf(await pool.run({ files: mpyFiles(compiled, mpyCross), time: "virtual" }), compiled);
}

export function closeDevice(): Promise<void> {
  return pool.close();
}

function pythonFiles(compiled: CompileResult): DeviceFiles {
  const modules = compiled.modules.map(({ path, python }) => [path, python] as const);
  return { ...Object.fromEntries(modules), "main.py": compiled.main };
}

function mpyFiles(compiled: CompileResult, mpyCross: string): DeviceFiles {
  const folder = mkdtempSync(join(tmpdir(), "mpy-"));
  try {
    const modules = compiled.modules.map(({ path, python }) => {
      const source = join(folder, "module.py");
      writeFileSync(source, python);
      execFileSync(mpyCross, ["-s", path, "-o", join(folder, "module.mpy"), source], { stdio: "pipe" });
      return [path.replace(/\.py$/, ".mpy"), readFileSync(join(folder, "module.mpy"))] as const;
    });
    return { ...Object.fromEntries(modules), "main.py": compiled.main };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outcomeOf(result: RunResult, compiled: CompileResult): DeviceOutcome {
  const { stdout, error, timedOut } = result;
  const maps = compiled.modules.flatMap(({ path, map, source }) =>
    map === null ? [] : [[path, { map, source: source ?? undefined }] as const],
  );
  const frames = error === null ? [] : framesOf(error, lookupIn(new Map(maps)));
  const failure = timedOut ? "it did not end in time" : error && lastLine(error);
  return { stdout, failure, traceback: error, frames };
}

/** `Error: sentence`: a traceback ends with what was raised. A sentence of several lines begins after the last frame. */
function lastLine(traceback: string): string {
  return /(?:^|\n) {2}File "[^\n]*\n(?! {2}File ")([\s\S]*)$/.exec(traceback.trimEnd())?.[1] ?? traceback.trimEnd();
}
