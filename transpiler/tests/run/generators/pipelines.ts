// map, filter, take, zip and chunk as generators: nothing is computed before it is asked for.
const asked: string[] = [];
function* range(from: number, to: number, step = 1): Generator<number> {
  for (let i = from; i < to; i += step) {
    asked.push(`${i}`);
    yield i;
  }
}
function* map<A, B>(source: Iterable<A>, f: (item: A, index: number) => B): Generator<B> {
  let i = 0;
  for (const item of source) yield f(item, i++);
}
function* filter<T>(source: Iterable<T>, test: (item: T) => boolean): Generator<T> {
  for (const item of source) if (test(item)) yield item;
}
function* take<T>(source: Iterable<T>, n: number): Generator<T> {
  let left = n;
  if (left > 0)
    for (const item of source) {
      yield item;
      if (--left <= 0) break;
    }
}
function* zip<A, B>(as: Iterable<A>, bs: Iterable<B>): Generator<[A, B]> {
  const other = bs[Symbol.iterator]();
  for (const a of as) {
    const b = other.next();
    if (b.done) return;
    yield [a, b.value as B];
  }
}
const squares = map(
  filter(range(1, 1000), (n) => n % 3 === 0),
  (n, i) => `${i}:${n * n}`,
);
console.log(asked.length, [...take(squares, 3)].join(" "), asked.length);
console.log([...zip("abc", range(0, 2))].map(([c, n]) => c + n).join(), asked.slice(-2).join());
const total = [...map(take(range(10, 0), 5), (n) => n)].length;
console.log(total, [...take(range(5, 50, 20), 9)].join(), [...filter([], () => true)].length);
