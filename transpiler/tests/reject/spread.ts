// A spread where it is not supported.
function sum(a: number, b: number): number {
  return a + b;
}
const pair: [number, number] = [1, 2];
console.log(sum(...pair)); //! TP1005
