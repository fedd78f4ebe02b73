// Destructuring with renaming and defaults: a default stands in for undefined alone.
interface Options {
  retries?: number;
  label?: string;
  deep: { level: number; mode?: string };
}
function read({ retries = 3, label: title = "untitled", deep: { level, mode = "plain" } }: Options): string {
  return `${retries} ${title} ${level} ${mode}`;
}
console.log(read({ deep: { level: 1 } }));
console.log(read({ retries: 0, label: "", deep: { level: 2, mode: "deep" } }));
console.log(read({ retries: undefined, deep: { mode: undefined, level: 3 } }));
const { retries, deep } = { retries: 8, deep: { level: 9 } };
console.log(retries, deep.level);
const [first, second, , fourth] = [10, 20, 30, 40];
console.log(first, second, fourth);
let a = 1;
let b = 2;
[a, b] = [b, a];
console.log(a, b);
const pair: [string, number] = ["k", 5];
const [key, value] = pair;
console.log(key, value);
for (const { id, on } of [
  { id: 1, on: true },
  { id: 2, on: false },
]) {
  console.log(id, on);
}
