// Values on demand: loops, spreads, Set, Map, rest of a pattern; endless ones that nobody empties.
function* range(from: number, to: number, step = 1): Generator<number> {
  for (let n = from; n < to; n += step) yield n;
}

function* naturals(): Generator<number> {
  let n = 0;
  while (true) yield n++ % 1000;
}

console.log([...range(0, 5)].join(), [...range(1, 10, 4)].join(), [...range(3, 3)].length);
let sum = 0;
for (const n of range(0, 100)) sum += n;
console.log(sum);
for (const n of naturals()) {
  if (n % 2 === 1) continue;
  if (n > 6) break;
  console.log(n);
}
const [first, second, ...rest] = range(7, 12);
console.log(first, second, rest.join());
const [a, , c, d = -1] = range(1, 4);
console.log(a, c, d);
console.log(Math.max(0, ...range(2, 9)), new Set(range(0, 3)).size, [-1, ...range(0, 2), 9, ...range(5, 6)].join());

function* entries(words: readonly string[]): Generator<[string, number]> {
  for (const word of words) yield [word, word.length];
}
const lengths = new Map(entries(["one", "three", "fourteen"]));
for (const [word, length] of lengths) console.log(word, length);
for (const [word] of entries(["x", "y"])) console.log(word);
function* nothing(): Generator<string> {}
for (const text of nothing()) console.log("never", text);
console.log([...nothing()].length);
