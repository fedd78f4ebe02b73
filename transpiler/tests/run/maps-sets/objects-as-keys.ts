// Objects are keys by identity, also records and arrays of records in values.
interface Point {
  x: number;
  y: number;
}
const a: Point = { x: 1, y: 2 };
const b: Point = { x: 1, y: 2 };
const names = new Map<Point, string>([[a, "a"]]);
names.set(b, "b");
console.log(names.get(a), names.get(b), names.size, names.get({ x: 1, y: 2 }) ?? "other");
a.x = 99;
console.log(names.get(a), names.has(b), names.delete(a), names.size);
const seen = new Set<Point>();
for (const point of [a, b, a, { x: 0, y: 0 }]) seen.add(point);
console.log(seen.size, seen.has(a), seen.has({ x: 0, y: 0 }));
const edges = new Map<Point, Point[]>();
function connect(from: Point, to: Point): void {
  const list = edges.get(from);
  if (list === undefined) edges.set(from, [to]);
  else list.push(to);
}
connect(a, b);
connect(a, a);
connect(b, a);
console.log([...edges.values()].map((list) => list.length).join(), edges.get(a)?.[1] === a);
