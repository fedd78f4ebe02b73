export function count(text: string): number {
  return parseInt(text.trim(), 10);
}
