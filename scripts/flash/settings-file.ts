// A settings.json of the user's, checked by the gateway's own schema before it goes onto a board.
import { readFileSync } from "node:fs";
import { readSettings } from "../../firmware-ts/domain/settings/settings.ts";
import { DeviceError, EXIT_BOARD, EXIT_ENVIRONMENT } from "../device/device-error.ts";

/** @returns a sentence for each field that is wrong but does not stop the gateway. Throws a DeviceError. */
export function checkSettingsFile(path: string): readonly string[] {
  const settings = readSettings(read(path));
  if (settings.usable) return settings.problems;
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
