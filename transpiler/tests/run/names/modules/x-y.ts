export function dashed(n: number): number {
  return n > 100 ? dashed(n - 1) : n + 7;
}
