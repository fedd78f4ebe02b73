// Patterns in the heads of loops: declared anew each turn, or assigned to what is there.
const points = [
  { name: "a", at: [1, 2] as [number, number] },
  { name: "b", at: [3, 4] as [number, number], note: "far" },
];
for (const {
  name,
  at: [x, y],
  note = "near",
} of points)
  console.log(name, x, y, note);

const readers: (() => string)[] = [];
for (const [index, { name }] of points.map((point, i) => [i, point] as const)) readers.push(() => `${index}${name}`);
console.log(readers.map((read) => read()).join());

for (let { name } of points) {
  name += name;
  readers.push(() => name);
}
console.log(readers.map((read) => read()).join());

let key = "";
let value = 0;
const totals = new Map([
  ["x", 10],
  ["y", 20],
]);
for ([key, value] of totals) console.log(key, value);
console.log(key, value);

const box = { last: "" };
const seen = ["", "", ""];
let place = 0;
for (box.last of "abc") if (box.last === "b") break;
console.log(box.last);
for (seen[place++] of ["p", "q"]) console.log(seen.join());
for ({ name: key } of points) console.log(key);
for (const [character] of ["left", "right"]) console.log(character);
for (const item of [1, "two", true] as [number, string, boolean]) console.log(item);
for (const { length } of ["", "ab"]) console.log(length);
