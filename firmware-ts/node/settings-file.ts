// The settings of a computer's gateway: the same file as a board's, but that the machine has its network already.
import { existsSync, readFileSync } from "node:fs";
import { readSettings } from "../domain/settings/read-settings.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { UsageError } from "./options.ts";

/** No settings are longer: a file that is cannot be settings. */
const OCTETS_MAX = 8192;
/** How the sentences of the schema name the file. */
const BOARD_PATH = "/settings.json";
/** In the place of the network's name, which a board must have. */
const NO_WIFI = { wifi_ssid: "-" };

export interface ReadFile {
  readonly settings: Settings;
  /** A sentence for each wrong field, with the file's own name. */
  readonly problems: readonly string[];
}

/** @throws UsageError if the file is there and cannot be read */
export function readSettingsFile(path: string): ReadFile {
  const settings = readSettings(existsSync(path) ? withoutWifi(textOf(path)) : null);
  return { settings, problems: settings.problems.map((problem) => problem.replaceAll(BOARD_PATH, path)) };
}

/** "" for what is too long or no UTF-8. */
function textOf(path: string): string {
  try {
    const octets = readFileSync(path);
    if (octets.length > OCTETS_MAX) return "";
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch (error) {
    if (error instanceof TypeError) return "";
    throw new UsageError(`--settings ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** What is said there of Wi-Fi is neither needed nor looked at. What is no object stays as it is. */
function withoutWifi(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return text;
    const others = Object.entries(value).filter(([key]) => !key.startsWith("wifi_"));
    return JSON.stringify({ ...Object.fromEntries(others), ...NO_WIFI });
  } catch {
    return text;
  }
}
