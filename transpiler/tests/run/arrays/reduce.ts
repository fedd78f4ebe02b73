// reduce from both ends, with and without a start, with index and array.
const xs = [4, 8, 15, 16];
console.log(
  xs.reduce((sum, x) => sum + x, 0),
  xs.reduce((a, b) => Math.max(a, b)),
  xs.reduceRight((text, x) => text + String(x), ""),
);
console.log(xs.reduce((text, x, i) => `${text}${i}:${x} `, ""));
console.log(xs.reduce((all, x, i, array) => (i === array.length - 1 ? (all + x * 100) % 10000 : (all + x) % 10000), 0));
console.log(xs.reduceRight((a, b) => (a * 10 + b) % 1000));
const grouped = ["one", "two", "three", "four"].reduce((map, word) => {
  const list = map.get(word.length) ?? [];
  list.push(word);
  return map.set(word.length, list);
}, new Map<number, string[]>());
for (const [size, list] of grouped) console.log(size, list.join());
console.log(
  [7].reduce((a, b) => (a + b) % 100),
  [5].reduce((a, b) => (a + b) % 100, 1),
);
const none: number[] = [];
console.log(none.reduce((a, b) => (a + b) % 100, 42));
try {
  console.log(none.reduce((a, b) => (a + b) % 100));
} catch (error) {
  console.log(error instanceof TypeError);
}
interface Total {
  count: number;
  names: string[];
}
const total = ["a", "b"].reduce<Total>(
  (sum, name) => ({ count: (sum.count + 1) & 0xff, names: [...sum.names, name] }),
  {
    count: 0,
    names: [],
  },
);
console.log(total.count, total.names.join());
const flat = [[1, 2], [3], []].reduce((all, part) => all.concat(part), []);
console.log(flat.join());
