function power(n: int<0, 8>): number {
  return 2 ** n;
}
console.log(power(3));
