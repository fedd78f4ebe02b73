// Math.trunc and | 0 round towards zero, Math.floor down, Math.ceil up; of every pair of signs, at the edges too.
const pairs: [number, number][] = [
  [7, 2],
  [-7, 2],
  [7, -2],
  [-7, -2],
  [6, 3],
  [-6, 3],
  [1, 1000],
  [-1, 1000],
  [2147483647, 2],
  [-2147483648, 3],
];
for (const [a, b] of pairs) {
  if (b === 0) continue;
  console.log(a, b, Math.trunc(a / b) + 0, (a / b) | 0, Math.floor(a / b) + 0, Math.ceil(a / b) + 0);
}
const average = (xs: readonly number[]): number =>
  xs.length === 0 ? 0 : Math.trunc(xs.reduce((s, x) => s + x, 0) / xs.length);
console.log(average([]) + 0, average([1, 2]) + 0, average([-5, -4]) + 0, average([3, -8]) + 0);
let n = -17;
n = (n / 4) | 0;
console.log(n, (n / 4) | 0, ~~(n / 3), Math.trunc(-1 / 2) + 1);
const bucket = (ms: number): number => Math.floor(ms / 250) * 250;
console.log([-251, -250, -1, 0, 249, 250].map(bucket).join());
