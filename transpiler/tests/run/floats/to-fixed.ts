// toFixed of floats: of the exact value of the 32 bits, half away from 0, for large, small and negative ones.
const f = Math.fround;
const values: float[] = [
  0,
  0.5,
  1.5,
  2.5,
  0.125,
  0.375,
  10.25,
  1.0625,
  0.0625,
  1000.5,
  8388607.5,
  16777216,
  33554432,
  1e10,
  f(1e15),
  f(1e20),
  f(999999984306749440),
  f(0.1),
  f(0.2),
  f(0.7),
  f(1.005),
  f(8.345),
  f(9.995),
  f(0.05),
  f(0.005),
  f(99.99999),
  f(999.9999),
  f(1e-5),
  f(1e-10),
  f(1e-30),
  f(2e-38),
  f(123456.789),
  f(3.4),
  f(2.675),
  f(1.45),
  f(0.95),
];
for (const x of values) {
  const negative = f(0 - x);
  console.log(x.toFixed(), x.toFixed(0), x.toFixed(1), x.toFixed(2), x.toFixed(3), x.toFixed(8), (-x).toFixed(2));
  console.log(negative.toFixed(0), negative.toFixed(1), negative.toFixed(5), x.toFixed(20));
}
console.log(f(0.1).toFixed(40), f(1e-38 * 2).toFixed(60), f(1 / 3).toFixed(100));
for (let digits = 0; digits < 12; digits++) console.log(f(2.718281828).toFixed(digits), f(-1e9 / 7).toFixed(digits));
const zero: float = 0;
console.log((-zero).toFixed(2), f(-0.4).toFixed(0), f(-0.0001).toFixed(2), (-zero).toFixed(0));
