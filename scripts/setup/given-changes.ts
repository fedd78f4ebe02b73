// Changes of the settings that options ask for, without a question.
import { readFileSync } from "node:fs";
import { DeviceError, EXIT_BOARD, EXIT_ENVIRONMENT } from "../device/device-error.ts";
import { type Draft, newerVersion, PLAIN_KEYS, ROWS } from "./draft.ts";
import type { Changes } from "./options.ts";
import { applyPreset, presetNamed } from "./preset.ts";
import { typedValue } from "./value-text.ts";

/** Where there are more than these, they are read from a file. */
const OCTETS_MAX = 65_536;

/** @param secrets values by their keys; "" leaves one. Throws a DeviceError. */
export function applyChanges(draft: Draft, changes: Changes, secrets: ReadonlyMap<string, string>): void {
  if (changes.import !== undefined) {
    const fields = fieldsIn("--import", changes.import);
    for (const key of draft.keys()) if (PLAIN_KEYS.includes(key)) draft.remove(key);
    merge(draft, fields);
  }
  if (changes.settings !== undefined) merge(draft, fieldsIn("--settings", changes.settings));
  const preset = presetNamed(changes.preset ?? "");
  if (preset) applyPreset(draft, preset);
  for (const key of changes.unset) draft.remove(key);
  for (const [key, value] of changes.set) {
    if (value === "" && key !== "ntp_server") draft.remove(key);
    else draft.set(key, typedValue(key, value));
  }
  for (const [key, value] of secrets) if (value !== "") draft.set(key, typedValue(key, value));
}

/** "" for a secret leaves it as it is, null takes a setting away. */
function merge(draft: Draft, fields: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(fields)) {
    if (key === "version" || (value === "" && ROWS.get(key)?.secret)) continue;
    if (value === null) draft.remove(key);
    else draft.set(key, value);
  }
  // Version 1 knew no TLS.
  if (fields.version === 1 && "broker_host" in fields && !("broker_tls" in fields)) draft.set("broker_tls", false);
}

function fieldsIn(option: string, path: string): Record<string, unknown> {
  const text = contents(option, path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new DeviceError(`${option} ${path} must hold one JSON object: nothing was written.`, EXIT_BOARD);
  const fields = value as Record<string, unknown>;
  const newer = newerVersion(fields.version);
  if (newer) throw new DeviceError(`${newer.replace("/settings.json", path)}\n  Nothing was written.`, EXIT_BOARD);
  return fields;
}

function contents(option: string, path: string): string {
  try {
    const octets = readFileSync(path);
    if (octets.length <= OCTETS_MAX) return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new DeviceError(`${option} ${path}: there is no such file.`, EXIT_ENVIRONMENT);
    if (code === "EACCES" || code === "EISDIR")
      throw new DeviceError(`${option} ${path} cannot be read (${code}).`, EXIT_ENVIRONMENT);
  }
  throw new DeviceError(`${option} ${path} is no settings file: a text in UTF-8, of 8 KB at most.`, EXIT_ENVIRONMENT);
}
