// A class with next() written by hand, in for-of, spread, destructuring, Array.from and Math.max.
class Range implements Iterable<number> {
  constructor(
    private readonly from: number,
    private readonly to: number,
    private readonly step = 1,
  ) {}
  [Symbol.iterator](): Iterator<number> {
    let next = this.from;
    const { to, step } = this;
    return {
      next(): IteratorResult<number> {
        if (next >= to) return { done: true, value: undefined };
        const value = next;
        next += step;
        return { done: false, value };
      },
    };
  }
}
const r = new Range(1, 10, 3);
for (const n of r) console.log(n);
console.log([...r].join(), Array.from(r).length, Math.max(...r), new Set(r).has(4));
const [a, b, c, d = -1] = r;
console.log(a, b, c, d);
for (const x of new Range(0, 3)) for (const y of new Range(x, 3)) if ((x + y) % 2 === 0) console.log(x, y);
console.log([...new Range(5, 5)].length, Array.from(new Range(0, 3), (n) => n * n).join());
