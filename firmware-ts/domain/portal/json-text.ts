// The body of a request as JSON.

/** An object of JSON. */
export type JsonObject = { [key: string]: JsonValue };

/** Networks and contacts are some twenty. Each level costs the heap a hundred octets, and a text of 4 KB could have thousands. */
const OPENINGS_MAX = 64;

/** The object in a text; null for what is none, or is nested beyond all that is sent here. */
export function objectIn(text: string): JsonObject | null {
  if (hasMany(text, "[") || hasMany(text, "{")) return null;
  try {
    const value = JSON.parse(text);
    return value === null || typeof value !== "object" || Array.isArray(value) ? null : value;
  } catch (error) {
    // A full heap says nothing about the text.
    if (error instanceof RangeError) throw error;
    return null;
  }
}

/** Without a list of the pieces: that would be as large. */
function hasMany(text: string, opening: string): boolean {
  let at = text.indexOf(opening);
  for (let count = 1; at >= 0; count++) {
    if (count > OPENINGS_MAX) return true;
    at = text.indexOf(opening, at + 1);
  }
  return false;
}

/** A value as JSON. Given to JSON.stringify, one that may be an object would cost a board the keys of all objects. */
export function jsonOf(value: JsonValue): string {
  if (value === null) return "null";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object") return `${value}`;
  let json = "";
  if (Array.isArray(value)) {
    for (const each of value) json += `${json === "" ? "" : ","}${jsonOf(each)}`;
    return `[${json}]`;
  }
  for (const key of Object.keys(value))
    json += `${json === "" ? "" : ","}${JSON.stringify(key)}:${jsonOf(value[key] ?? null)}`;
  return `{${json}}`;
}
