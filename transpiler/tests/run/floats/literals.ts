// Constants of all kinds: what MicroPython's parser would read otherwise, what is a float as it stands, pi and its like.
const f = Math.fround;
const constants: float[] = [
  0.5,
  0.25,
  1.75,
  -0.125,
  3,
  -7,
  1e10,
  16777216,
  f(0.1),
  f(-0.1),
  f(1e-10),
  f(3.14159265),
  f(2.718281828459045),
  f(1.17549435e-38),
  f(3.4028234e38),
  f(1.2345678e20),
  f(9.8765432e-20),
  f(6.02214076e23),
  f(6.62607015e-34),
  f(299792458),
  f(1e38),
  f(1e-37),
  f(123456.79),
  f(0.33333334),
  f(33333.332),
  f(7.0064923e-30),
  f(1.1920929e-7),
  f(5.9604645e-8),
  f(Math.PI),
  f(Math.E),
  f(Math.SQRT2),
  f(2 * Math.PI),
  f(Math.PI / 180),
  f(-(1 / 7)),
  f(2 / 3 - 1 / 6),
  f(f(0.1) * 3),
];
const scaled = (x: float): string => {
  let y = x;
  let n = 0;
  while (y > 8388608 || y < -8388608) {
    y = f(y / 2);
    n += 1;
  }
  while (y < 4194304 && y > -4194304 && y !== 0) {
    y = f(y * 2);
    n -= 1;
  }
  return `${y.toFixed(0)}*2^${n}`;
};
for (const x of constants) console.log(scaled(x), scaled(x > 1 ? f(x * 0.5) : f(x * 1.5)));
const RATE: float = 0.75;
const SCALE = f(0.001);
const LIMIT = 100;
const inside = (x: float): boolean => x < LIMIT && x > -LIMIT;
console.log(f(RATE * SCALE).toFixed(6), inside(99.5), inside(f(RATE + LIMIT)), f(RATE * LIMIT).toFixed(1));
class Filter {
  static readonly GAIN: float = 0.25;
  level: float = 20.5;
  step(x: float): float {
    this.level = f(this.level + f(Filter.GAIN * f(x - this.level)));
    return this.level;
  }
}
const filter = new Filter();
console.log(([10, f(30.1), 20] as float[]).map((x) => filter.step(x).toFixed(3)).join(" "));
