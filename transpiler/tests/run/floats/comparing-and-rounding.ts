// Comparisons of floats, rounding to integers, at halves and for negative values.
const f = Math.fround;
const halves: float[] = [f(0.5), f(1.5), f(2.5), f(-0.5), f(-1.5), f(0.25), f(-0.75), f(100.5)];
for (const h of halves)
  console.log(h.toFixed(2), Math.round(h) + 0, Math.floor(h), Math.ceil(h) + 0, Math.trunc(h) + 0);
console.log(f(0.1) === f(0.1), f(0.1) < f(0.2), f(16777216) === f(16777217), f(0.5) > f(0.25), f(-1) <= f(-1));
const clamp = (x: float, low: float, high: float): float => (x < low ? low : x > high ? high : x);
console.log(
  clamp(f(5.5), f(0), f(5)).toFixed(1),
  clamp(f(-2), f(0), f(5)).toFixed(1),
  clamp(f(2.25), f(0), f(5)).toFixed(2),
);
const scale = (x: float): number => Math.round(Math.fround(x * f(100))) + 0;
console.log(scale(f(1.005)), scale(f(2.345)), scale(f(-0.015)), scale(f(123.456)));
const largest = halves.reduce((a, b) => (a > b ? a : b));
console.log(largest.toFixed(1), halves.filter((h) => h < f(0)).length, halves.map((h) => h.toFixed(0)).join());
