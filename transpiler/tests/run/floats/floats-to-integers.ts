// Math.floor, ceil, trunc and round of floats at halves, next to them, and where every float is an integer.
const f = Math.fround;
const values: float[] = [
  0,
  0.5,
  f(0.49999997),
  f(0.50000006),
  1.5,
  2.5,
  f(2.4999998),
  -0.5,
  f(-0.49999997),
  f(-0.50000006),
  -1.5,
  -2.5,
  0.75,
  -0.75,
  f(1e-30),
  f(-1e-30),
  8388607.5,
  -8388607.5,
  8388608,
  8388609,
  4194303.75,
  -4194303.25,
  16777215,
  16777216,
  -16777216,
  f(2147483648),
  f(-2147483648),
  f(1e15),
  f(-1e15),
  f(3.999999),
  f(-3.999999),
  f(0.99999994),
  f(-0.99999994),
];
for (const x of values)
  console.log(x.toFixed(8), Math.floor(x) + 0, Math.ceil(x) + 0, Math.trunc(x) + 0, Math.round(x) + 0);
const letters = "abcdefghij";
for (const x of [0, 2.25, f(8.999), 9] as float[]) {
  const at = Math.floor(x);
  console.log(
    letters[at] ?? "-",
    letters.slice(0, Math.round(x)),
    "-".repeat(Math.max(0, Math.ceil(x))),
    at % 3,
    at & 1,
  );
}
const counts = new Map<number, number>();
for (let i = 0; i < 40; i++) {
  const bucket = Math.floor(f(f(i * f(0.37)) / 2));
  counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
}
console.log(
  [...counts].map(([bucket, n]) => `${bucket}:${n}`).join(" "),
  [Math.round(f(2.5)), Math.trunc(f(7.9))].join(),
);
const cents = (euros: float): number => Math.round(f(euros * 100));
console.log(cents(f(19.99)), cents(f(0.29)), `${cents(f(1.005))}`, JSON.stringify({ price: cents(9.5) }));
