// NaN may be stored, handed on, returned and printed; computing with it needs a test before.
function read(text: string): number {
  return text === "?" ? NaN : Number(text);
}
const values = ["1", "?", "x", "3"].map((text) => read(text));
console.log(values.join(), values.length, values.filter((value) => !isNaN(value)).length);
let last = 0;
for (const value of values) {
  if (Number.isNaN(value)) {
    console.log("skipped", value);
    continue;
  }
  last = Math.max(last, value);
}
console.log(last);
interface Reading {
  name: string;
  value: number;
}
const readings: Reading[] = [
  { name: "a", value: read("5") },
  { name: "b", value: read("?") },
];
for (const { name, value } of readings)
  console.log(`${name}=${value}`, Number.isFinite(value) ? (value % 100) * 2 + 0 : "none");
const best = readings.find((reading) => reading.value > 3);
console.log(best?.name ?? "none", new Set(values).size, new Set([read("?"), read("!")]).size);
switch (read("x")) {
  case 1:
    console.log("one");
    break;
  default:
    console.log("default");
}
const chosen = read("?") || read("9") || 7;
console.log(chosen);
