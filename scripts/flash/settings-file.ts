// A settings.json of the user's, checked by the gateway's own schema before it goes onto a board.
import { readFileSync } from "node:fs";
import { readSettings } from "../../firmware-ts/domain/settings/read-settings.ts";
import type { Settings } from "../../firmware-ts/domain/settings/settings.ts";
import { DeviceError, EXIT_BOARD, EXIT_ENVIRONMENT } from "../device/device-error.ts";

/** @returns settings that the gateway can run on, though a field may be wrong. Throws a DeviceError. */
export function checkSettingsFile(path: string): Settings {
  const settings = readSettings(read(path));
  if (settings.usable) return settings;
  throw new DeviceError(
    `${path} cannot be used: nothing was written.\n${settings.problems.map((problem) => `  ${problem}`).join("\n")}`,
    EXIT_BOARD,
  );
}

function read(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new DeviceError(
      isMissing ? `--settings ${path}: there is no such file.` : `--settings ${path} is not a text in UTF-8.`,
      EXIT_ENVIRONMENT,
    );
  }
}
