// Writes what was made, each file beside its place first and then moved there.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DeviceError, EXIT_ENVIRONMENT } from "../device/device-error.ts";
import type { Artefact } from "./artefact.ts";
import { MIP_FOLDER } from "./mip-package.ts";

const OWNER_ONLY = 0o600;

/** Throws a DeviceError when the folder cannot be written, or holds a folder mip of somebody else's. */
export function writePackage(out: string, artefacts: readonly Artefact[]): void {
  try {
    mkdirSync(out, { recursive: true });
    removeOldMip(join(out, MIP_FOLDER));
    for (const { files, isSecret } of artefacts) {
      for (const [path, content] of files) writeWhole(join(out, path), content, isSecret ?? false);
    }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw environment(`--out ${out}: ${path ?? out} cannot be written (${code}). Take another folder.`);
  }
}

/** Files of an earlier package would stay there; only a folder that this command made is removed. */
function removeOldMip(folder: string): void {
  if (!existsSync(folder)) return;
  if (!isOurs(folder)) throw environment(`${folder} is not of this command: move it away, or take another --out.`);
  rmSync(folder, { recursive: true });
}

function environment(message: string): DeviceError {
  return new DeviceError(message, EXIT_ENVIRONMENT);
}

function isOurs(folder: string): boolean {
  try {
    return "urls" in JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  } catch {
    return false;
  }
}

function writeWhole(path: string, content: Buffer, isSecret: boolean): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, content, isSecret ? { mode: OWNER_ONLY } : {});
  renameSync(fresh, path);
}
