// map, filter, some, every, find and forEach with items and positions.
const xs = [5, 8, 13, 21];
console.log(xs.map((x) => x % 10).join(), xs.map((x, i) => x + i).join(), xs.map((_, i) => i).join());
console.log(xs.filter((x) => x % 2 === 1).join(), xs.filter((_, i) => i > 1).join(), xs.filter(() => false).length);
console.log(
  xs.some((x) => x > 20),
  xs.every((x) => x > 5),
  xs.some(() => false),
  xs.every(() => true),
);
console.log(
  xs.find((x) => x > 6),
  xs.findIndex((x) => x > 6),
  xs.find((x) => x > 99),
  xs.findIndex((x) => x > 99),
);
let sum = 0;
xs.forEach((x, i) => {
  sum += x - i;
});
console.log(sum);
const empty: number[] = [];
console.log(
  empty.every((x) => x > 0),
  empty.some((x) => x > 0),
  empty.map((x) => x).length,
);
const seen: number[] = [];
const first = xs.find((x) => {
  seen.push(x);
  return x > 7;
});
console.log(first, seen.join());
const chained = xs
  .filter((x) => x > 5)
  .map((x) => `${x}!`)
  .join(" ");
console.log(chained);
