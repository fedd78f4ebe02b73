// -0 is printed as -0 in Node.
function negate(n: number): number {
  return -n;
}
console.log(negate([].length)); //! TP3006
