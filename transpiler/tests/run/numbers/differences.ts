// How numbers stand to each other: after a comparison, Math.min and Math.max; never beyond what is written since.
const bar = (from: number, to: number): string => (from < to ? "#".repeat(to - from) : "-");
console.log(bar(1, 4), bar(4, 1), bar(2, 2));
const share = (low: number, high: number): number => {
  if (low >= high) return -1;
  const width = high - low;
  return Math.floor(100 / width);
};
console.log(share(1, 4), share(4, 4), share(-3, 4));
class Purse {
  constructor(public coins: number) {}
}
const pay = (from: Purse, to: Purse, wanted: number): string => {
  const paid = Math.min(from.coins, wanted);
  to.coins = Math.min(to.coins + paid, 1000);
  const left = from.coins - paid;
  from.coins = Math.max(0, Math.min(left, 1000));
  return `${paid} ${left} ${from.coins} ${to.coins}`;
};
const purse = new Purse(5);
console.log(pay(purse, new Purse(1), 3), pay(purse, purse, 1), pay(new Purse(4), purse, 100));
const swapped = (a: number, b: number): number => {
  let [low, high] = [a, b];
  if (low > high) [low, high] = [high, low];
  const size = high - low;
  return size;
};
console.log(swapped(3, 9), swapped(9, 3), swapped(4, 4));
const moving = (n: number): string => {
  let a = n & 15;
  let b = 8;
  let out = "";
  while (a < b) {
    out += `${b - a},`;
    b -= 2;
    if (b - a > 3) a += 3;
    else a++;
  }
  return `${out}${a - b}`;
};
console.log(moving(0), moving(5), moving(12));
let i = 3;
const step = (): number => {
  i = 100;
  return 1;
};
if (i < 10) console.log(10 - i, i - step(), 10 - i);
const top = (xs: readonly number[], n: number): string => {
  const count = Math.min(n, xs.length);
  const from = Math.max(xs.length - count, 0);
  let sum = 0;
  for (let k = from; k < xs.length; k++) sum += xs[k];
  return `${sum} ${from} ${xs.length - from}`;
};
console.log(top([1, 2, 3], 2), top([1, 2, 3], 9), top([], 1), top([5], -2));
let p = 5;
let q = p;
q = q + (p = 7) - p;
console.log(p - q, q - p, p - (p = 2), p);
