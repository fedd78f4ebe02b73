// A setting's value as people type it and read it, and as it stands in /settings.json.
import { formOf } from "../../firmware-ts/domain/settings/read-settings.ts";
import { DeviceError, EXIT_ENVIRONMENT } from "../device/device-error.ts";
import { ROWS } from "./draft.ts";

/** What a terminal would take for anything else than a letter: a network's name is a stranger's text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

export function printable(text: string): string {
  return text.replaceAll(CONTROLS, "?");
}

/**
 * What was typed for the setting `key`: a list with commas between its entries, networks and contacts as JSON. What it cannot be
 * is left for the schema to refuse.
 */
export function typedValue(key: string, text: string): unknown {
  const row = ROWS.get(key);
  if (row === undefined) return text;
  const form = formOf(row);
  if (form === "bare") return /^-?\d{1,9}$/.test(text) ? Number(text) : (FLAGS.get(text.toLowerCase()) ?? text);
  if (form === "text") return text;
  if (form === "list" && !text.trimStart().startsWith("[")) {
    const entries = text.split(",").map((entry) => entry.trim());
    return entries.filter((entry) => entry !== "");
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["on", true],
  ["false", false],
  ["no", false],
  ["off", false],
]);

/** A value for people's eyes; of a secret only that it is set. */
export function shownValue(key: string, value: unknown): string {
  if (ROWS.get(key)?.secret ?? true) return value === undefined || value === "" || value === false ? "none" : "set";
  if (value === undefined || value === "") return "none";
  if (typeof value === "string") return printable(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value) && value.every((each) => typeof each === "string"))
    return value.length === 0 ? "none" : printable(value.join(", "));
  return printable(JSON.stringify(value));
}

/** The same for what the schema makes of a value: a text. */
export function shownText(key: string, text: string): string {
  if (ROWS.get(key)?.kind === "flag") return text === "true" ? "yes" : "no";
  return text === "" ? "none" : printable(text.replaceAll(",", ", "));
}

/** `key=value` of the command line. Throws a DeviceError for what is none, and for a secret. */
export function assignment(text: string): readonly [key: string, value: string] {
  const at = text.indexOf("=");
  if (at < 1) throw new DeviceError(`--set ${printable(text)}: write --set KEY=VALUE.`, EXIT_ENVIRONMENT);
  const key = text.slice(0, at);
  requireKey("--set", key);
  if (ROWS.get(key)?.secret)
    throw new DeviceError(
      `--set ${key}: everybody on this computer can read the command line, and ${key} is a secret.\n  --set-secret ${key} asks for it, or reads a line of standard input.`,
      EXIT_ENVIRONMENT,
    );
  return [key, text.slice(at + 1)];
}

/** Letters that a key and one that was meant have in common at their beginning. */
const SHARED_MIN = 4;

/** Throws a DeviceError for a key that is not the schema's. */
export function requireKey(option: string, key: string): void {
  if (ROWS.has(key)) return;
  const near = [...ROWS.keys()].sort((a, b) => sharedStart(b, key) - sharedStart(a, key));
  const isNear = sharedStart(near[0] ?? "", key) >= SHARED_MIN;
  const hint = isNear ? `Is it ${near.slice(0, 3).join(", or ")}?` : `There are ${[...ROWS.keys()].join(", ")}.`;
  throw new DeviceError(`${option} ${printable(key)}: there is no such setting.\n  ${hint}`, EXIT_ENVIRONMENT);
}

function sharedStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count++;
  return count;
}
