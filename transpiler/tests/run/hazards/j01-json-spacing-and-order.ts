// JSON has no spaces, the keys in the order of the value, whatever its static type says.
interface Message {
  from: string;
  text: string;
  parts?: number[];
}
const write = (m: Message): string => JSON.stringify(m);
console.log(write({ text: "hi", from: "+49" }), write({ parts: [1, 2], from: "a", text: "" }));
console.log(
  JSON.stringify({ b: 1, a: [1, 2] }),
  JSON.stringify([]),
  JSON.stringify({}),
  JSON.stringify([[], {}, [[1]]]),
);
console.log(
  JSON.stringify("x"),
  JSON.stringify(5),
  JSON.stringify(true),
  JSON.stringify(null),
  JSON.stringify([null, false, 0, ""]),
);
const nested = { z: { y: [{ x: 1, w: 2 }], v: "" }, a: null as number | null };
console.log(JSON.stringify(nested));
nested.a = -5;
console.log(JSON.stringify({ ...nested, z: 1 }), JSON.stringify({ first: 1, ...nested }).length);
const dictionary: Record<string, number[]> = { second: [], first: [1] };
dictionary.third = [2, 3];
console.log(JSON.stringify(dictionary));
class Point {
  y = 1;
  constructor(public x: number) {}
}
console.log(JSON.stringify(new Point(3)), JSON.stringify([new Point(4)]), JSON.stringify({ p: new Point(5) }));
