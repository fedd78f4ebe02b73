export function outer(n: number): number {
  return n > 100 ? outer(n - 1) : n + 6;
}
