// Math.floor, Math.trunc and | 0 of a quotient differ for negatives; all give integers.
function floorDiv(a: i32, b: int<1, 1000>): number {
  return Math.floor(a / b);
}
function truncDiv(a: i32, b: int<1, 1000>): number {
  return (a / b) | 0;
}
for (const a of [-8, -7, -6, -1, 0, 1, 6, 7, 8]) {
  console.log(a, floorDiv(a, 3), truncDiv(a, 3), `${Math.trunc(a / 3)}`);
}
const half = Math.floor(7 / 2);
const items = [10, 20, 30, 40];
console.log(items[half], items[Math.floor(items.length / 4)]);
console.log("ab".repeat(Math.floor(9 / 4)));
let rest = 100;
let steps = 0;
while (rest > 0) {
  rest = Math.floor(rest / 3);
  steps++;
}
console.log(rest, steps);
// A divisor below zero.
const minus: int<-9, -1> = -4;
console.log(Math.floor(7 / minus), (7 / minus) | 0, Math.floor(-7 / minus), (-7 / minus) | 0);
// Milliseconds to seconds, far above 2^31.
const millis = 1700000123456;
console.log(Math.floor(millis / 1000), Math.floor(-millis / 1000), millis % 1000);
console.log((8 / 2) | 0, `${Math.trunc(10 / 5)}`, Math.floor(6 / 3) === 2);
