export function helper(n: number): number {
  return n > 100 ? helper(n - 1) : n + 3;
}
