// next() written by hand, in classes and in object literals; return() when a loop is left, and not at its end.
class Countdown implements IterableIterator<number> {
  constructor(private left: number) {}

  next(): IteratorResult<number, undefined> {
    return this.left > 0 ? { done: false, value: this.left-- } : { done: true, value: undefined };
  }

  return(): IteratorResult<number, undefined> {
    console.log("left at", this.left);
    return { done: true, value: undefined };
  }

  [Symbol.iterator](): this {
    return this;
  }
}
for (const n of new Countdown(2)) console.log(n);
const half = new Countdown(5);
for (const n of half) if (n === 4) break;
console.log([...half].join());
const [a, b] = new Countdown(9);
console.log(a, b);
const one = new Countdown(1);
console.log(one.next().value, one.next().done);

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const n of numbers) {
    total += n & 0xff;
    if (total > 100) return total;
  }
  return total;
}
console.log(
  sum(new Countdown(4)),
  sum(new Countdown(99)),
  sum([1, 2]),
  sum(new Set([5])),
  sum(new Map([[7, 1]]).keys()),
);

function range(from: number, to: number): Iterator<number> {
  let n = from;
  return { next: () => (n < to ? { done: false, value: n++ } : { done: true, value: undefined }) };
}
const it = range(0, 3);
for (let step = it.next(); !step.done; step = it.next()) console.log(step.value);

class Interval implements Iterable<number> {
  constructor(
    readonly from: number,
    readonly to: number,
  ) {}

  [Symbol.iterator](): Iterator<number> {
    return range(this.from, this.to);
  }
}
const interval = new Interval(2, 5);
console.log([...interval].join(), [...interval, ...interval].length);
for (const x of interval) for (const y of interval) if (x + y === 7) console.log(x, y);
const literal: Iterable<number> = { [Symbol.iterator]: () => range(7, 9) };
console.log([...literal].join(), sum(literal));

function* chain(...sources: Iterable<number>[]): Generator<number> {
  for (const source of sources) yield* source;
}
console.log([...chain([1], interval, literal, new Set([8]), new Countdown(2))].join());
for (const n of chain(new Countdown(3), [9])) if (n === 2) break;
