function first(n: number): number {
  return n > 5 ? 5 : n;
}
function second(n: number): number {
  return n < 0 ? 0 : n;
}
console.log(second(first(7)));
