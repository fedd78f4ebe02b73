// Loops, tests and closures around floats, and what is known of them there.
const f = Math.fround;
const clampAll = (xs: readonly float[], low: float, high: float): float[] =>
  xs.map((x): float => Math.max(low, Math.min(high, x)));
console.log(
  clampAll([f(-1e30), 0.5, f(1e30)], -1, 1)
    .map((x) => x.toFixed(2))
    .join(),
);
const safeDivide = (a: float, b: float): float => {
  if (b === 0) return 0;
  if (b > 0) return f(a / b);
  return f(a / b);
};
console.log(
  safeDivide(1, 3).toFixed(5),
  safeDivide(1, 0).toFixed(1),
  safeDivide(-5, -2).toFixed(1),
  safeDivide(5, f(1e-20)).toFixed(0),
);
let x: float = 1;
let n = 0;
while (x < 1000 && n < 100) {
  x = f(x * 1.5);
  n++;
}
console.log(x.toFixed(3), n);
let y: float = f(1e6);
for (let i = 0; i < 20; i++) y = f(y / 2);
console.log(y.toFixed(8));
let alt: float = 1;
for (let i = 0; i < 9; i++) alt = f(0 - f(alt * 1.25));
console.log(alt.toFixed(5));
const grow = (v: float, k: int<0, 20>): float => (k === 0 ? v : grow(f(v + f(v * f(0.1))), k - 1));
console.log(grow(1, 10).toFixed(5));
const state = { level: 0 as float, min: f(1e9), max: f(-1e9) };
const feed = (v: float): void => {
  state.level = f(f(state.level * 0.875) + f(v * 0.125));
  if (v < state.min) state.min = v;
  if (v > state.max) state.max = v;
};
for (const v of [3, 1.5, f(99.9), f(-0.1)] as float[]) feed(v);
console.log(state.level.toFixed(5), state.min.toFixed(2), state.max.toFixed(2), f(state.max - state.min).toFixed(3));
let flag = false;
let w: float = 2;
const set = () => {
  w = 0;
};
if (w !== 0) {
  set();
  flag = w === 0;
}
console.log(flag, w.toFixed(1));
const norm = (v: readonly [float, float, float]): float =>
  f(Math.sqrt(f(f(f(v[0] * v[0]) + f(v[1] * v[1])) + f(v[2] * v[2]))));
console.log(norm([1, 2, 2]).toFixed(3), norm([f(0.1), f(0.2), f(0.3)]).toFixed(6));
const heading = (a: float): float => {
  let r = a;
  while (r >= 360) r = f(r - 360);
  while (r < 0) r = f(r + 360);
  return r;
};
console.log(heading(725.5).toFixed(2), heading(-10).toFixed(2), heading(f(359.99)).toFixed(2));
const hist = [0, 0, 0, 0];
for (let i = 0; i < 50; i++) {
  const b = Math.min(3, Math.max(0, Math.floor(f(f(i * f(0.13)) - 1))));
  hist[b] = (hist[b] ?? 0) + 1;
}
console.log(hist.join());
const lin = (a: int<0, 1023>): int<0, 100> => Math.min(100, Math.max(0, Math.round(f(f(a * 100) / 1023))));
console.log([0, 1, 5, 511, 512, 1023].map((v) => lin(Math.min(1023, v))).join());
console.log(f(7 % 4).toFixed(1), f((3 + 4) * 2).toFixed(1), f(1 << 4).toFixed(1));
