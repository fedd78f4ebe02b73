// Keys of JSON answers are in snake_case, as they are in the MQTT messages; moments are exact to a microsecond.

/** The same plain data with its keys in snake_case; octets become hex, numbers keep three decimals. */
export function snakeCase(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (typeof value === "number") return Math.round(value * 1_000) / 1_000;
  if (Array.isArray(value)) return value.map(snakeCase);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [snakeKey(key), snakeCase(each)]));
}

function snakeKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
