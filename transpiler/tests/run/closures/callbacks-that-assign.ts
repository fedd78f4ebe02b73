// A callback that assigns what is around the function that hands it on, at the top and within functions.
let total = 0;
let last = "";
const xs = [1, 2, 3];
function sum(): number {
  return xs.map((x) => (total = (total + x) & 0xff)).length;
}
function outer(): string {
  let seen = 0;
  const inner = (): number => {
    xs.forEach((x) => (seen += x));
    return xs.filter((x) => (last = `${last}${x}`).length > 2 && x > 1).length;
  };
  const found = inner();
  return `${seen} ${found} ${xs.some((x) => (seen = x) > 1)} ${seen}`;
}
function deep(list: number[][]): number {
  return list
    .map((row) => row.map((x) => (total = (total ^ x) & 0xff)).length)
    .reduce((a, b) => (total = (a + b) & 0xff), 0);
}
const arrow = (list: number[]): number[] => list.map((x) => (total = (total + x) & 0xff));
function withDefault(n: number = xs.map((x) => (total = x & 0xff)).length): number {
  return n + total;
}
async function waits(): Promise<number> {
  const n = xs.map((x) => (total = (total + x) & 0xff)).length;
  await Promise.resolve();
  return n + total;
}
function* gives(): Generator<number> {
  yield xs.map((x) => (total = (total + x) & 0xff)).length;
  yield total;
}
console.log(sum(), total);
console.log(outer(), last);
console.log(deep([[1, 2], [3]]), total);
console.log(arrow([1, 2]).join(), total, withDefault(), withDefault(5), total);
console.log([...gives()].join(), total);
void waits().then((n) => console.log(n, total));
class Counter {
  static made = xs.map((x) => (total = x & 0xff)).length;
  #n = 0;
  count(): number {
    xs.forEach((x) => (this.#n = (this.#n + x) & 0xff));
    return xs.map((x) => (total = (total + this.#n) & 0xff)).length + this.#n;
  }
}
console.log(new Counter().count(), Counter.made, total);
