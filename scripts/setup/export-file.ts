// Settings without secrets, in a file of this computer that only this user can read.
import { existsSync, writeFileSync } from "node:fs";
import { DeviceError, EXIT_ENVIRONMENT } from "../device/device-error.ts";
import type { Draft } from "./draft.ts";

/** Throws a DeviceError for a name that is taken: before anything else is done. */
export function requireFree(path: string): void {
  if (existsSync(path))
    throw new DeviceError(`--export ${path}: there is something of this name. Take another one.`, EXIT_ENVIRONMENT);
}

export function exportTo(path: string, draft: Draft): void {
  try {
    writeFileSync(path, `${JSON.stringify(draft.exported(), null, 1)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DeviceError(`--export ${path} cannot be written (${code}).`, EXIT_ENVIRONMENT);
  }
}
