// A text and a number are compared as numbers.
function before(a: number | string, b: number | string): boolean {
  return a < b; //! TP2004
}
console.log(before(1, "2"));
