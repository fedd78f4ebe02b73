// A negative index is no place of an array, nor of bytes or a text: there is nothing there to count back to.
const xs = [10, 20, 30];
const names: string[] = ["a", "b"];
const bytes = new Uint8Array([1, 2]);
const at = (i: number): string =>
  `${xs[i] ?? "none"} ${names[i] ?? "none"} ${bytes[i] ?? "none"} ${"xyz"[i] ?? "none"}`;
for (const i of [-4, -3, -1, 0, 1, 2, 3]) console.log(i, at(i));
const table: (number | undefined)[] = [1, 2, undefined];
for (let i = -2; i < 4; i++) console.log(i, table[i] === undefined, `${table[i]}`);
const find = (wanted: number): number => xs.indexOf(wanted);
console.log(`${xs[find(20)]} ${xs[find(99)] ?? "not there"}`);
const grid = [
  [1, 2],
  [3, 4],
];
let sum = 0;
for (let y = -1; y < 3; y++) for (let x = -1; x < 3; x++) sum += grid[y]?.[x] ?? 100;
console.log(sum);
