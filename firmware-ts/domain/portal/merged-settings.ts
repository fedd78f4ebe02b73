// The settings as the page sends them, with the secrets that it never saw put back.
import { type JsonObject, jsonOf } from "./json-text.ts";

/**
 * The text of /settings.json: what was sent, in the version of now. A secret that is left out or empty stays as it was, one that
 * is null is taken away; of anything else null is as if it were left out.
 * @param version of the settings of now
 * @param sent the whole settings
 * @param before what held until now
 * @param secrets keys of the schema that are secret
 */
export function mergedSettings(
  version: number,
  sent: JsonObject,
  before: JsonObject | null,
  secrets: readonly string[],
): string {
  let fields = `"version":${version}`;
  for (const key of Object.keys(sent)) {
    const value = sent[key] ?? null;
    const isKept = value === "" && secrets.includes(key);
    if (key !== "version" && value !== null && !isKept) fields += field(key, value);
  }
  for (const key of secrets) {
    const isKept = !Object.hasOwn(sent, key) || (sent[key] ?? null) === "";
    const value = before === null ? null : (before[key] ?? null);
    if (isKept && value !== null) fields += field(key, value);
  }
  return `{${fields}}`;
}

function field(key: string, value: JsonValue): string {
  return `,${JSON.stringify(key)}:${jsonOf(value)}`;
}
