// sort by numbers, downwards, by several keys; it gives the array itself.
const numbers = [10, -9, 1, 0, 100, 33, -2147483648, 2147483647];
const sorted = numbers.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
console.log(sorted === numbers, numbers.join());
console.log([5, 3, 8].sort((a, b) => b - a).join(), [2, 1].sort((a, b) => a - b).join());
const empty: number[] = [];
console.log(empty.sort((a, b) => a - b).length, [7].sort((a, b) => a - b).join());
const byLength = ["ccc", "a", "bb", "aa", "c", ""].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
console.log(byLength.join("|"));
let calls = 0;
[1, 2].sort((a, b) => {
  calls++;
  return a - b;
});
console.log(calls);
const booleans = [true, false, true].sort((a, b) => (a === b ? 0 : a ? 1 : -1));
console.log(booleans.join());
const copy = numbers.slice().sort((a, b) => Math.abs(a) - Math.abs(b));
console.log(copy.join(), numbers[0]);
