// Comparators of every kind: by difference, reversed, by text, by several keys, by a table, one that counts its calls.
const xs = [3, -1, 2147483647, 0, -2147483648, 7];
console.log([...xs].sort((a, b) => a - b).join(), [...xs].sort((a, b) => b - a).join());
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
console.log(["pear", "Apple", "fig", "apple", ""].sort(compareText).join());
console.log(["pear", "Apple", "fig"].sort((a, b) => -compareText(a, b)).join());
const priority: Record<string, number> = { high: 0, mid: 1, low: 2 };
const jobs = ["low a", "high b", "mid c", "high d"].map((t) => t.split(" "));
jobs.sort(([p], [q]) => (priority[p] ?? 9) - (priority[q] ?? 9));
console.log(jobs.map((j) => j[1]).join(""));
const by =
  <T>(key: (item: T) => number) =>
  (a: T, b: T): number =>
    key(a) - key(b);
const points = [
  { x: 2, y: 1 },
  { x: 1, y: 5 },
  { x: 1, y: 2 },
];
console.log(
  points
    .sort(by((p) => p.y))
    .map((p) => p.y)
    .join(),
  points
    .sort(by((p) => p.x))
    .map((p) => `${p.x}${p.y}`)
    .join(),
);
console.log([true, false, true].sort((a, b) => Number(a) - Number(b)).join());
const alias = points.sort((a, b) => b.x - a.x || b.y - a.y);
console.log(alias === points, alias.map((p) => `${p.x}${p.y}`).join());
console.log([].length, [5].sort((a, b) => a - b).join(), [2, 1].sort((a, b) => (a > b ? 1 : -1)).join());
