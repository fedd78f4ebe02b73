// Functions of the library in tables, fields and arrays, chosen when the program runs.
class Ops {
  static readonly abs = Math.abs;
  readonly f: (n: number) => number = Math.sign;
  table = new Map<string, (a: number, b: number) => number>([
    ["max", Math.max],
    ["sum", (a, b) => (a + b) & 255],
  ]);
}
const o = new Ops();
console.log(Ops.abs(-3), o.f(-9), o.table.get("max")?.(2, 8), o.table.get("sum")?.(2, 8));
const pick = (up: boolean): ((...xs: number[]) => number) => (up ? Math.max : Math.min);
console.log(pick(true)(1, 2, 3), pick(false)(...[4, 2]));
const fns = [Math.abs, Math.sign, (n: number) => n & 3];
console.log(fns.map((f) => f(-5)).join());
function apply<T, U>(x: T, f: (x: T) => U): U {
  return f(x);
}
console.log(
  apply("12", Number) || 0,
  apply(5, String) + "!",
  apply([1], Array.isArray),
  apply("", Boolean),
  apply({ a: 1 }, JSON.stringify),
);
const later = (cb: (text: string) => void): void => {
  setTimeout(() => cb("late"), 1);
};
later(console.log);
const parse = parseInt;
console.log(parse("42px", 10) || 0);
const isNum = Number.isInteger;
console.log([1, 2].every(isNum), [1].every(Number.isInteger), ["a", ""].some(Boolean));
let chosen = Math.max;
chosen = Math.min;
console.log(chosen(4, 2));
const codes = [72, 105].map((c) => String.fromCharCode(c)).join("");
console.log(codes, ["1", "2"].map(parseFloatish).join());
function parseFloatish(t: string): number {
  return Number(t) || 0;
}
console.log(
  [3, 1, 2].reduce((a, b) => Math.max(a, b)),
  [[1, 2], [3]].map((xs) => Math.max(...xs)).join(),
);
const promise = Promise.resolve(" 7 ").then(Number);
console.log((await promise) || 0);
["x"].forEach(String);
export {};
