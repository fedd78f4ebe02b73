function half(n: number): number {
  return Math.trunc(n / 2) + 0;
}
console.log(half(-1), half(5));
