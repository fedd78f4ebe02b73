// Callbacks that can change no length are loops over the items; all others count, as JavaScript does.

interface Point {
  readonly x: number;
  y: number;
}

const base = 3;
const points: Point[] = [
  { x: 1, y: 2 },
  { x: 4, y: 8 },
];

function xs(list: readonly Point[]): string {
  return list.map((point) => point.x).join();
}

function above(list: readonly Point[], least: number): number {
  return list.filter((list) => list.y > least).length;
}

function copies(list: number[]): [number, string] {
  const copy = list.map((x) => x);
  copy.push(9);
  return [list.length, copy.join()];
}

console.log(xs(points), above(points, 2), copies([1, 2]).join(" "));
console.log(points.map(({ x, y }) => x * y).join(), points.map((p, i) => p.x + i).join());
console.log(
  [5, 6, 7].map((x) => x + base).join(),
  [1, 2, 3]
    .filter((x) => x !== 2)
    .map((x) => x * x)
    .join(),
);

// The elements are read when their turn comes.
const values = [1, 2, 3, 4];
console.log(values.map((x) => (values[3] = x)).join(), values.join());
console.log(values.map((x, i, all) => (i < 3 ? (all[i + 1] = x + 1) : x)).join(), values.join());

// What is added has no turn; what is taken away has none any more.
const growing = [1, 2, 3];
growing.forEach((x) => {
  if (growing.length < 8) growing.push((x * 10) & 0xff);
});
console.log(growing.join());
const shrinking = [1, 2, 3, 4];
const seen: number[] = [];
shrinking.forEach((x) => {
  seen.push(x);
  shrinking.pop();
});
console.log(seen.join(), shrinking.join());

// The array may be given another, or be emptied, within.
let list = [1, 2, 3];
const replaced = list.map((x) => {
  list = [];
  return x * 2;
});
console.log(replaced.join(), list.length);
const emptied = [1, 2, 3];
console.log(
  emptied.some((x) => ((emptied.length = 0), x > 5)),
  emptied.length,
);

// Names of the callback beside those of the function, at the top and within.
const list_ = [1, 2].map((list) => list + 1);
const point = 7;
console.log(list_.join(), points.map((point) => point.x).join(), point, [3].map((x) => x + point).join());
for (const x of [1, 2]) console.log([10, 20].map((y) => x + y).join(), [x].map((x) => x * 2).join());
console.log([..."aé😀"].map((c) => `<${c}>`).join(""), [...[1, 2], ...[3].map((x) => x)].join());
console.log([new Uint8Array([1, 2]), new Uint8Array([7])].map((b) => b.length).join());
const nested = [[1, 2], [3]].map((row) => row.map((x) => x + 1));
console.log(
  nested.map((row) => row.join("+")).join(),
  nested.some((row) => row.length > 1),
  [].length,
);
console.log(
  [1, 2, 3].every((x) => x < 4),
  [1, 2, 3].find((x) => x > 1) ?? -1,
  [4, 5].findIndex((x) => x === 5),
);
const functions = [1, 2].map((x) => () => x);
console.log(functions.map((f) => f()).join());
