// Math.round rounds a half up, towards positive infinity, not to the even neighbour.
for (const n of [-5, -3, -1, 1, 3, 5, 7])
  console.log(`${n}/2`, `${Math.round(n / 2)}`, Math.floor(n / 2), Math.ceil(n / 2) + 0);
const rounded = (x: number, to: number): number => Math.round(x / to) * to + 0;
console.log([14, 15, 16, 25, -14, -15, -16, -25].map((x) => rounded(x, 10)).join());
console.log(
  Math.round(2147483647 / 2),
  Math.round(-2147483647 / 2),
  Math.round(7),
  Math.round(-7),
  Math.round(4503599627370497 / 2),
);
const percent = (a: number, b: number): number => (b > 0 ? Math.round((a * 100) / b) : 0);
console.log(percent(1, 8), percent(3, 8), percent(1, 200), percent(3, 200), percent(5, 200), percent(199, 200));
const median = (xs: number[]): number => {
  const sorted = xs.slice().sort((a, b) => a - b);
  const mid = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[mid] : Math.round((sorted[mid - 1] + sorted[mid]) / 2) + 0;
};
console.log(median([3, 1, 2]), median([4, 1, 2, 3]), median([-4, -1]), median([10, 11]));
