// A divisor that a test has shown not to be 0, whatever its sign.
const div = (a: number, b: number): string =>
  b === 0 ? "none" : `${Math.floor(a / b)} ${((a / b) | 0) + 0} ${(a % b) + 0}`;
for (const a of [7, -7, 0, 100]) for (const b of [2, -2, 0, 1, -1, 3]) console.log(a, b, div(a, b));
const guard = (s: number): number[] => {
  if (s !== 0) return [Math.trunc(100 / s) + 0];
  return [];
};
for (let d = 3; d > -3; d--) console.log(d, d === 0 ? "none" : Math.floor(12 / d), guard(d).join());
const safe = (n: number): number => (n ? Math.round(10 / n) + 0 : 0);
console.log(safe(3), safe(0), safe(-4));
const ratio = (n: number, list: number[]): number => (list.length === 0 ? 0 : Math.floor(n / list.length));
console.log(ratio(7, [1, 2]), ratio(7, []));
const e = { n: -3 };
if (e.n !== 0) console.log(Math.abs(e.n) > 0, Math.floor(9 / e.n));
