// Tuples are arrays: their methods, writes, identity, spreads, entries of a Map.
const pair: [string, number] = ["a", 1];
pair[1] += 4;
pair[0] = pair[0].repeat(2);
console.log(pair.join("="), pair.length, pair.indexOf("aa"), pair.includes(5), pair.includes("a"));
const make = (): [number, number] => [1, 2];
console.log(make() === make(), make().length);
const same = make();
const other = same;
other[0] = 9;
console.log(same[0], same === other);
const point = [3, -4] as const;
for (const n of point) console.log(`${n % 3}`);
console.log(point.map((n) => n * 2).join(), point.concat([3]).join(), point.slice(1).join());
for (let i = 0; i < point.length; i++) console.log(i, point[i]);
const sorted: [number, number, number] = [3, 1, 2];
sorted.sort((a, b) => a - b);
console.log(sorted.join(), sorted[0]);
const list: number[] = [...point, ...sorted];
console.log(list.join(), `${list[1] % 3}`);
const m = new Map<string, number>([
  ["x", 1],
  ["y", 2],
]);
const entries = [...m];
entries[0][1] = 10;
console.log(JSON.stringify(entries), m.get("x"));
for (const entry of m) {
  entry[1] = 0;
  console.log(entry.join(":"));
}
for (const [k, v] of m) console.log(k, v);
const rows: [string, ...number[]] = ["sum", 1, 2, 3];
const [label, ...values] = rows;
console.log(label, values.join("+"), rows.length);
function span(items: readonly [number, number]): number {
  const [from, to] = items;
  return to - from;
}
console.log(span([4, 9]), span(point));
const grid: [x: number, y: number][] = [
  [1, 2],
  [3, 4],
];
console.log(grid.map(([x, y]) => x * y).join());
const optional = (hour: number, minute?: number): [number, number?] => (minute === undefined ? [hour] : [hour, minute]);
console.log(optional(1).length, optional(1, 30).length, optional(1, 30)[1], optional(2)[1]);
