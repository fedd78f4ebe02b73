// null is written, an absent key is not; undefined in an array is null.
interface Row {
  a: string | null;
  b?: number;
  c: (number | null)[];
}
const rows: Row[] = [
  { a: null, c: [null, 1] },
  { a: "x", b: 0, c: [] },
  { c: [2], b: 5, a: null },
];
for (const row of rows) console.log(JSON.stringify(row));
rows[0].b = 7;
rows[1].b = undefined;
console.log(JSON.stringify(rows));
const maybe: (string | undefined)[] = ["a", undefined];
console.log(JSON.stringify(maybe), JSON.stringify([null]), JSON.stringify({ only: null }));
const value = JSON.parse('{"a":null}');
if (value !== null && typeof value === "object" && !Array.isArray(value)) {
  console.log(value.a === null, value.b === undefined, "a" in value, "b" in value, JSON.stringify(value));
}
