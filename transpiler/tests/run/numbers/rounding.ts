// floor, ceil, trunc and round of a quotient; round goes half up, also below zero.
function show(a: i32, b: int<1, 100>): void {
  const q = `${Math.floor(a / b)} ${Math.ceil(a / b)} ${Math.trunc(a / b)} ${Math.round(a / b)}`;
  console.log(a, b, q);
}
for (const a of [-7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 6, 7]) show(a, 2);
for (const a of [-10, -8, -4, 4, 8, 10]) show(a, 4);
show(2147483647, 10);
show(-2147483648, 10);
show(99, 100);
// Integers pass through.
console.log(Math.floor(-3), Math.ceil(4), Math.trunc(-5), Math.round(6));
