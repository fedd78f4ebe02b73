export function parsed(text: string): JsonValue {
  return JSON.parse(text);
}

export function field(value: JsonValue, key: string): string {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return "no object";
  return JSON.stringify(value[key] ?? null);
}

export function problem(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch (error) {
    return error instanceof SyntaxError ? "no JSON" : "?";
  }
}
