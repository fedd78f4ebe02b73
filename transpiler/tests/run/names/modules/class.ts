export function key(n: number): number {
  return n > 100 ? key(n - 1) : n + 2;
}
