// Late with counting.late.ts.
export const table = { name: "table" };

export function log(text: string): string {
  console.log(text);
  return text;
}
