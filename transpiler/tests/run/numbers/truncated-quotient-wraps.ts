// (a / b) | 0 keeps the low 32 bits of a large quotient.
function half(x: number): number {
  return (x / 2) | 0;
}
console.log(half(9007199254740991), half(-9007199254740991), half(5), half(-5));
function h2(x: number): number {
  return ((x & 0xffff) / 2) | 0;
}
console.log(h2(77777));
