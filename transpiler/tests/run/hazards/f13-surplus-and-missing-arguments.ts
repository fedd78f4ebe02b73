// A function with fewer parameters stands where more are given; optional ones may be missing.
type Handler = (name: string, count: number, more: boolean) => string;
const handlers: Handler[] = [
  () => "none",
  (name) => name,
  (name, count) => `${name}${count}`,
  (name, count, more) => `${name}${count}${more}`,
  (...all) => `${all.length}`,
];
console.log(handlers.map((h) => h("x", 2, true)).join());
const apply = (f: (a: number, b: number) => number): number => f(5, 3);
const first = (a: number): number => a;
const seven = (): number => 7;
console.log(
  apply(first),
  apply(seven),
  apply((a, b) => a - b),
  apply(Math.max),
  apply((_, b) => b),
);
const optional = (a: number, b?: number, c = 10): string => `${a} ${b ?? "-"} ${c}`;
console.log(optional(1), optional(1, 2), optional(1, undefined, 3), [1, 2].map((x) => optional(x)).join("|"));
interface Plugin {
  run(input: string, log: (text: string) => void): number;
}
class Silent implements Plugin {
  run(input: string): number {
    return input.length;
  }
}
class Loud implements Plugin {
  run(input: string, log: (text: string) => void): number {
    log(`got ${input}`);
    return -1;
  }
}
for (const p of [new Silent(), new Loud()] as Plugin[]) console.log(p.run("abc", (t) => console.log(t)));
const tuples: [string, () => number][] = [["a", () => 1]];
console.log(tuples.map(([k, f]) => k + f()).join(), ["a", "b"].map((_, i) => i).join(), ["q"].map(() => 0).join());
