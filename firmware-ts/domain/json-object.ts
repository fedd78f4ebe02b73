// A JSON object from outside, which may be anything.

/** A command has one level. Each level costs the heap a hundred octets, and a text of 2 KB could have a thousand. */
const OPENINGS_MAX = 32;

/** The object that the text stands for; null for any other text, and for one that is nested more than any command. */
export function objectIn(text: string): Record<string, JsonValue> | null {
  if (hasMany(text, "[") || hasMany(text, "{")) return null;
  try {
    const value = JSON.parse(text);
    return value === null || typeof value !== "object" || Array.isArray(value) ? null : value;
  } catch {
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
