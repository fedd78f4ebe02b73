// Fails a program at each of its statements, and tells which of the tracebacks named another place.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CompileResult, compile } from "../../src/index.ts";
import type { DeviceOutcome } from "./device-side.ts";
import { bundle, runOnNode } from "./node-side.ts";
import { chosenProbe, type Probe, withProbes } from "./probes.ts";

/** What ends a program at its probe, in Node as on the device. */
const ENDED = "Error: probe";

export interface ProbeRuns {
  /** Probes at which Node ended: the others were not reached, or caught. */
  readonly ended: number;
  /** A line for each traceback that was wrong. */
  readonly wrong: readonly string[];
}

/**
 * @param names as a board has them, several statements of one line on one line, or as their author wrote them
 * @param run runs a compiled program on the device
 */
export async function failEverywhere(
  entry: string,
  names: "short" | "readable",
  run: (compiled: CompileResult) => Promise<DeviceOutcome>,
): Promise<ProbeRuns> {
  const { source, probes } = withProbes(entry);
  const folder = mkdtempSync(join(tmpdir(), "probes-"));
  try {
    const file = join(folder, "probed.ts");
    writeFileSync(file, source);
    const compiled = compile({ entry: file, names });
    if (compiled.diagnostics.length > 0) throw new Error(compiled.diagnostics.map((one) => one.message).join("\n"));
    const javascript =
      (await bundle([{ name: "probed", entry: file, refuse: null, stopsAt: null }])).get("probed") ?? "";
    const ended: string[] = [];
    const wrong: string[] = [];
    for (const [number, probe] of probes.entries()) {
      const node = await runOnNode(choose(javascript, number));
      if (node.failure !== ENDED) continue;
      ended.push(probe.functionName);
      const said = describe(await run(chosen(compiled, number)));
      if (said !== expected(probe)) wrong.push(`probe ${number}: ${said} in place of ${expected(probe)}`);
    }
    return { ended: ended.length, wrong };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** esbuild keeps the first line but for its keyword and type. */
function choose(javascript: string, number: number): string {
  const changed = javascript.replace(/^(var|let) probe = -1;/m, chosenProbe(number).replace(": number", ""));
  if (changed === javascript) throw new Error("the probe's line was not found in the JavaScript");
  return changed;
}

function chosen(compiled: CompileResult, number: number): CompileResult {
  const modules = compiled.modules.map((module) => ({
    ...module,
    python: module.python.replace(/(\b\w+ = )-1\b/, `$1${number}`),
  }));
  return { ...compiled, modules };
}

function expected({ line, functionName }: Probe): string {
  return `${ENDED} at line ${line} in ${functionName}`;
}

function describe({ failure, frames }: DeviceOutcome): string {
  const last = frames.filter((frame) => frame.column !== null).at(-1);
  return `${failure} at line ${last?.line} in ${last?.functionName}`;
}
