// Functions of the library as values: in tables, handed on, called with what the place gives them.
const operators: Record<string, (a: number, b: number) => number> = { max: Math.max, min: Math.min };
for (const name of Object.keys(operators)) console.log(name, operators[name](3, -4));
const apply = (f: (a: number, b: number) => number): number => f(5, 3);
console.log(apply(Math.max), apply(Math.min));
console.log(
  ["1", " 2", "x"]
    .map(Number)
    .map((n) => (Number.isNaN(n) ? "NaN" : `${n}`))
    .join(),
  [1, true, null].map(String).join(),
);
console.log(
  [0, 1, "", "a", null].filter(Boolean).length,
  [-3, 4].map(Math.abs).join(),
  [3, -9, 7].map(Math.sign).join(),
);
const f = Math.abs;
const biggest = Math.max;
console.log(f(-7), biggest(1, 9, 4));
const fold = (xs: number[], start: number, g: (...values: number[]) => number): number => {
  let r = start;
  for (const x of xs) r = g(r, x, ...[x]);
  return r;
};
console.log(fold([1, 5, 3], 0, Math.max), fold([1, 5, 3], 0, Math.min));
["a", "b"].map((t) => t + t).forEach((t) => console.log(t));
const print: (text: string) => void = console.log;
print("direct");
const write = (out: (text: string) => void): void => out("passed");
write(console.log);
void Promise.resolve("later").then(console.log);
const compose =
  <A, B, C>(g: (b: B) => C, h: (a: A) => B) =>
  (a: A): C =>
    g(h(a));
console.log(compose(Math.abs, (t: string) => t.length - 10)("abc"), compose(String, (n: number) => n + 1)(4));
console.log([[1], 2, "x"].map(Array.isArray).join(), [1, 2].map((n) => [n]).every(Array.isArray));
console.log([65, 66].map((c) => String.fromCharCode(c)).join(""), ["7", "8"].map((t) => parseInt(t)).join());
const show: (v: { a: number }) => string = JSON.stringify;
console.log(show({ a: 1 }));
const pick = (name: string): ((n: number) => number) => (name === "abs" ? Math.abs : Math.sign);
console.log(pick("abs")(-6), pick("sign")(-6));
class Box {
  convert: (t: string) => number = Number;
  static readonly isWhole = Number.isInteger;
}
console.log(new Box().convert("12") || 0, Box.isWhole(4));
console.log(
  [1, 2, 3].reduce((a, b) => Math.max(a, b)),
  [4, NaN].some(Number.isNaN),
);
console.log(
  ["1", "2", "3", "10", "z"]
    .map(parseInt)
    .map((n) => (Number.isNaN(n) ? "NaN" : `${n}`))
    .join(),
);
console.log(
  ["x", "yy"]
    .map((t) => [t, t.length] as const)
    .map(([t, n]) => [t, n].map(String).join("/"))
    .join(),
);
const made: ((n: number) => number)[] = [];
for (let i = 0; i < 2; i++) made.push(i === 0 ? Math.abs : (n) => n + i);
console.log(made.map((f2) => f2(-3)).join(), typeof Math.abs);
const order: string[] = [];
const log = (text: string): number => order.push(text);
console.log(apply(log("a") > 0 ? Math.max : Math.min), order.join());
export {};
