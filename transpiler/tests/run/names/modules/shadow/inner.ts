export function inner(n: number): number {
  return n > 100 ? inner(n - 1) : n + 5;
}
