function sum(...all: number[]): number {
  return all.length;
}
const two: (a: number, b: number) => number = (a, b) => sum(a, b);
console.log(two(1, 2));
