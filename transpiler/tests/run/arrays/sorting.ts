// sort: texts by units, comparators of keys, stable, undefined last, and the array itself comes back.
console.log(["pear", "Apple", "fig", "apple", "Fig"].sort().join());
interface Item {
  name: string;
  rank: number;
}
const items: Item[] = [];
for (let i = 0; i < 20; i++) items.push({ name: `n${i}`, rank: (i * 7) % 4 });
items.sort((a, b) => a.rank - b.rank);
console.log(items.map((item) => item.name + item.rank).join(" "));
items.sort((a, b) => b.rank - a.rank);
console.log(items.map((item) => item.name).join(" "));
items.sort((x, y) => (x.name < y.name ? -1 : x.name > y.name ? 1 : 0));
console.log(items.map((item) => item.name).join(" "));
const words = ["bb", "a", "ccc", "dd", "e"];
const same = words.sort((a, b) => a.length - b.length);
console.log(words.join(), same === words);
console.log(words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join());
const maybe: (number | undefined)[] = [3, undefined, 1, undefined, 2];
maybe.sort((a, b) => (a ?? 0) - (b ?? 0));
console.log(maybe.join());
const nested = [
  [2, 1],
  [1, 2],
  [1, 1],
];
nested.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0));
console.log(nested.map((pair) => pair.join(":")).join());
const order: readonly number[] = [3, 1, 2];
console.log(order.toSorted((a, b) => b - a).join(), order.join());
console.log(
  [5, -1, 0, 2147483647, -2147483648].sort((a, b) => a - b).join(),
  [true, false].sort((a, b) => Number(a) - Number(b)).join(),
);
