// A field that counts up, and into which a negative or a huge number comes through a long chain of functions.
const f0 = (): number => -5;
const f1 = (): number => f0();
const f2 = (): number => f1();
const f3 = (): number => f2();
const f4 = (): number => f3();
const f5 = (): number => f4();
const f6 = (): number => f5();
const f7 = (): number => f6();
const f8 = (): number => f7();
const f9 = (): number => f8();
class Counter {
  x = 0;
  far = 0;
  step(): void {
    this.x += 1;
    this.far += 1;
  }
}
const c = new Counter();
c.step();
c.x = f9();
c.far = (f9() + 5) * -1 + 4503599627370496;
c.step();
console.log((c.x % 3) + 0, c.x & 0xff, Math.floor(c.x / 2), (c.x / 2) | 0, c.x >>> 28, Math.abs(c.x));
console.log(c.far, c.far % 1000, c.far | 0, Math.floor(c.far / 1000));
const collatz = (n: number): number => {
  let x = n;
  let steps = 0;
  for (; x !== 1 && steps < 200; steps++) x = x % 2 === 0 ? Math.floor(x / 2) : (3 * x + 1) & 0xffffff;
  return steps;
};
console.log([1, 2, 3, 7, 27, 97].map(collatz).join());
let level = 1;
for (let i = 0; i < 9; i++) level = Math.min(level * 10, 5000);
console.log(level);
