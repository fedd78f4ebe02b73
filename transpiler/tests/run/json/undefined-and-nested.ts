// undefined properties are left out, undefined items are null; records, tuples, dictionaries and arrays nest.
interface Reading {
  at: number;
  value?: number;
  tags: string[];
  range: [number, number];
  extra: Record<string, boolean | null>;
}
const readings: Reading[] = [
  { at: 1, tags: [], range: [0, 5], extra: {} },
  { at: 2, value: undefined, tags: ["a"], range: [1, 2], extra: { b: true, a: null } },
  { at: 3, value: 7, tags: ["x", "y"], range: [3, 4], extra: { 10: false, 9: true } },
];
console.log(JSON.stringify(readings));
const items: (string | undefined)[] = ["a", undefined, "b"];
console.log(JSON.stringify(items), JSON.stringify({ items }), JSON.stringify([[], [[]], [{}]]));
console.log(
  JSON.stringify(true),
  JSON.stringify(null),
  JSON.stringify(-5),
  JSON.stringify("x"),
  JSON.stringify([null, true, 0]),
);
const first = readings[0];
if (first) {
  first.value = 9;
  first.tags.push("late");
}
console.log(JSON.stringify(first), JSON.stringify({ ...first, at: 0 }));
