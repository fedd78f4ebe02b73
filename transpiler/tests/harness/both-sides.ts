// One program on both sides, and how they differ: in Node with every proven fact checked, and on the device.
import { isDeepStrictEqual } from "node:util";
import type { CompileResult } from "../../src/compilation.ts";
import type { Analysed } from "../../src/compile.ts";
import { factsOf } from "../../src/facts/facts.ts";
import { type DeviceOutcome, runOnDevice } from "./device-side.ts";
import { WRONG_FACT } from "./fact-checks.ts";
import { checkedJavascript, type NodeOutcome, runOnNode } from "./node-side.ts";

export interface BothSides {
  readonly node: NodeOutcome;
  readonly device: DeviceOutcome;
}

/** @returns null of a program that is refused */
export async function runBothSides(entry: string, { compiled, analysis }: Analysed): Promise<BothSides | null> {
  if (analysis === null) return null;
  const inNode = checkedJavascript(entry, factsOf(analysis)).then(runOnNode);
  const [node, device] = await Promise.all([inNode, runWithAnyNames(compiled)]);
  return { node, device };
}

/** Where the program has other names on a device, it runs with the author's, too: nothing may come of the difference. */
async function runWithAnyNames(compiled: CompileResult): Promise<DeviceOutcome> {
  const modules = compiled.modules.map((module) => ({ ...module, python: module.readable }));
  if (modules.every(({ python }, i) => python === compiled.modules[i]?.python)) return runOnDevice(compiled);
  const [device, readable] = await Promise.all([runOnDevice(compiled), runOnDevice({ ...compiled, modules })]);
  const isSame = endOf(device) === endOf(readable) && isDeepStrictEqual(device.frames, readable.frames);
  return isSame ? device : { ...device, failure: `${device.failure}, with the author's names ${readable.failure}` };
}

/** In words; null when the program does the same on both sides. */
export function differenceOf({ node, device }: BothSides): string | null {
  const wrong = node.stdout.split("\n").filter((line) => line.startsWith(WRONG_FACT));
  if (wrong.length > 0) return wrong.join("\n");
  const [inNode, onDevice] = node.stop ? stopsOf({ node, device }) : [endOf(node), endOf(device)];
  return inNode === onDevice ? null : `Node:\n${inNode}\nDevice:\n${onDevice}\n${device.traceback ?? ""}`;
}

/**
 * As if Node had stopped where the device's memory or stack ended, of which Node has more, or at a name that was read too
 * early; unchanged for another end.
 */
export function endsOfDevice(both: BothSides, stop: { readonly file: string; readonly line: number }): BothSides {
  const { node, device } = both;
  const isOwn = /^(MemoryError|NameError|RuntimeError: maximum recursion)/.test(device.failure ?? "");
  return isOwn && node.stdout.startsWith(device.stdout)
    ? { node: { ...node, stdout: device.stdout, stop }, device }
    : both;
}

function endOf({ stdout, failure }: { stdout: string; failure: string | null }): string {
  return `${stdout}${failure === null ? "" : `ends by ${failure}`}`;
}

/** Where both stop, what the device prints after that, in finally blocks, is not compared. */
function stopsOf({ node, device }: BothSides): readonly [string, string] {
  const at = device.frames.filter((frame) => frame.column !== null).at(-1);
  const printed = device.stdout.slice(0, node.stdout.length);
  const place = device.failure === null ? "does not stop" : `stops at ${at?.file}:${at?.line}`;
  return [`${node.stdout}stops at ${node.stop?.file}:${node.stop?.line}`, `${printed}${place}`];
}
