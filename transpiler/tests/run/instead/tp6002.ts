/** @native */
function squareOf(n: number): number {
  return (n * n) & 0xff;
}
function* squares(): Generator<number> {
  for (let n = 0; n < 3; n++) yield squareOf(n);
}
for (const square of squares()) console.log(square);
