// Defaults that stand before parameters which must be given: undefined asks for them.
const a = (x = 1, y: string): string => `${x}${y}`;
console.log(a(undefined, "q"), a(5, "r"));
class P {
  constructor(
    readonly n = 2,
    readonly t: string,
  ) {}
  m(k = [1], l: number): number {
    return k.length + (l & 7);
  }
}
console.log(new P(undefined, "z").n, new P(4, "w").t, new P(1, "v").m(undefined, 3));
const opt = (x: number | undefined, y?: number, z = 3): string => `${x ?? "-"}${y ?? "-"}${z}`;
console.log(opt(undefined), opt(1, 2), opt(1, undefined, 5));
const odd = (a = 1, b: number, ...c: number[]): string => `${a} ${b} ${c.length}`;
const fs: ((a: number | undefined, b: number, ...c: number[]) => string)[] = [odd, (...all) => `${all.length}`];
console.log(fs.map((f) => f(undefined, 5)).join(), fs.map((f) => f(2, 5, 6)).join());
