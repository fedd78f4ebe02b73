export const VERSION = "1.0";
export function twice(text: string): string {
  return text + text;
}
function hidden(parts: string[]): string {
  return parts.join("+");
}
export { hidden as join };
