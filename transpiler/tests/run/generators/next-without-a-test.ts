// What next() gives, without a test of `done`: the value, or undefined after the end.
function* fib(): Generator<number> {
  let [a, b] = [0, 1];
  while (true) {
    yield a;
    [a, b] = [b, (a + b) % 1000003];
  }
}
const it = fib();
console.log(it.next().value, it.next().value);
const step = it.next();
if (!step.done) console.log(step.value + 1);
console.log(Array.from({ length: 4 }, () => it.next().value).join());
const iter = [1, 2][Symbol.iterator]();
console.log(iter.next().value, iter.next().value, iter.next().value);
function* two(): Generator<string, number> {
  yield "a";
  return 5;
}
const t = two();
console.log(t.next().value, t.next().value);
class Range implements Iterable<number> {
  constructor(private n: number) {}
  [Symbol.iterator](): Iterator<number> {
    let i = 0;
    const n = this.n;
    return { next: () => (i < n ? { done: false, value: i++ } : { done: true, value: undefined }) };
  }
}
console.log([...new Range(3)].join());
