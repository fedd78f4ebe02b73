export function one(n: number): number {
  return n > 100 ? one(n - 1) : n + 4;
}
