// typeof of null, arrays and functions; instanceof along a chain of classes.
class Shape {
  sides = 0;
}
class Square extends Shape {
  override sides = 4;
}
type Value = string | number | boolean | null | string[] | Shape | (() => number);
const kind = (v: Value): string => {
  if (v === null) return "null";
  if (Array.isArray(v)) return `array of ${v.length}`;
  if (typeof v === "function") return `function giving ${v()}`;
  if (typeof v === "object") return v instanceof Square ? "square" : `shape ${v.sides}`;
  return `${typeof v} ${v}`;
};
const values: Value[] = ["", "a", 0, -1, true, false, null, [], ["x"], new Shape(), new Square(), () => 7];
for (const v of values) console.log(kind(v), typeof v);
const s: Shape = new Square();
console.log(s instanceof Shape, s instanceof Square, new Shape() instanceof Square, typeof s === "object");
let late: number | undefined;
console.log(typeof late === "undefined", typeof late);
late = 1;
console.log(typeof late === "number", typeof kind, typeof "x", typeof null);
