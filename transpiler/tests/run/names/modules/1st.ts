export function count(n: number): number {
  return n > 100 ? count(n - 1) : n + 1;
}
