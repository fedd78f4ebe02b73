/** @native */
function twice(n: number): number {
  return (n * 2) & 0xff;
}
console.log(twice(4));
