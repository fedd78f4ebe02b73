// Callbacks that return values, change outer variables, or leave early by throwing.
function repeat(count: number, f: (i: number) => boolean): number {
  for (let i = 0; i < count; i++) if (!f(i)) return i;
  return count;
}
let log = "";
console.log(
  repeat(5, (i) => {
    log += i;
    return i < 2;
  }),
  log,
);
console.log(repeat(3, () => true));
function reduce(xs: number[], f: (sum: number, x: number) => number, start: number): number {
  let result = start;
  for (const x of xs) result = f(result, x);
  return result;
}
console.log(
  reduce([1, 2, 3], (s, x) => s + x, 0),
  reduce([5, 9, 2], (m, x) => Math.max(m, x), -1),
);
class Stop extends Error {}
let visited = 0;
try {
  [1, 2, 3, 4].forEach((n) => {
    visited = n;
    if (n === 3) throw new Stop("enough");
  });
} catch (error) {
  console.log(error instanceof Stop, visited);
}
const pipeline: ((s: string) => string)[] = [(s) => s.trim(), (s) => `<${s}>`, (s) => s + s];
let text = "  x ";
for (const step of pipeline) text = step(text);
console.log(text);
