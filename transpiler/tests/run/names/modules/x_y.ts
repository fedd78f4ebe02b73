export function underlined(n: number): number {
  return n > 100 ? underlined(n - 1) : n + 8;
}
