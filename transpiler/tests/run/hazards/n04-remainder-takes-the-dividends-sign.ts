// % has the sign of what is divided; wrapping an index round needs the second step.
const values = [-7, -3, -1, 1, 3, 7, 2147483647, -2147483648];
for (const v of values) console.log(v, (v % 3) + 0, (v % -3) + 0, (v % 10) + 0);
const wrap = (i: number, n: number): number => (n > 0 ? ((i % n) + n) % n : 0);
console.log([-4, -3, -1, 0, 2, 3, 4].map((i) => wrap(i, 3)).join());
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
let at = 0;
const walk: string[] = [];
for (const step of [-1, -7, 10, -20, 3]) {
  at = wrap(at + step, days.length);
  walk.push(days[at] ?? "?");
}
console.log(walk.join(" "));
const isOdd = (x: number): boolean => x % 2 !== 0;
const isOddWrongly = (x: number): boolean => x % 2 === 1;
console.log([-3, -2, 3].map(isOdd).join(), [-3, -2, 3].map(isOddWrongly).join());
let left = -100;
left %= 7;
console.log(left + 0, `${-8 % 4 === 0}`, (-13 % 5) * 2 + 0);
