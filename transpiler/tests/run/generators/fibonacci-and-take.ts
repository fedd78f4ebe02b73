// Infinite generators, taken from lazily.
function* fibonacci(): Generator<number> {
  let [a, b] = [0, 1];
  while (a < 1000000000) {
    yield a;
    [a, b] = [b, a + b];
  }
}
function* take<T>(n: number, source: Iterable<T>): Generator<T> {
  if (n <= 0) return;
  let left = n;
  for (const item of source) {
    yield item;
    if (--left === 0) return;
  }
}
function* naturals(from = 0): Generator<number, never> {
  for (let n = from; ; n = (n + 1) % 1000) yield n;
}
console.log([...take(10, fibonacci())].join());
console.log([...take(3, naturals(998))].join(), [...take(0, naturals())].length, [...take(5, "abc")].join(""));
let evens = 0;
for (const f of fibonacci()) {
  if (f > 100000) break;
  if (f % 2 === 0) evens += f;
}
console.log(evens, [...fibonacci()].length);
const [first, second, , fourth] = naturals(7);
console.log(first, second, fourth, Math.max(...take(4, fibonacci())));
