// The remainder takes the sign of the dividend, whatever the divisor's sign.
function remainder(a: i32, b: i32): number {
  if (b > 0) return (a % b) | 0;
  if (b < 0) return (a % b) | 0;
  return 0;
}
for (const [a, b] of [
  [7, 3],
  [-7, 3],
  [7, -3],
  [-7, -3],
  [6, 3],
  [-6, 3],
  [0, -5],
  [2147483647, 10],
  [-2147483648, 10],
  [1, 2147483647],
]) {
  console.log(a, b, remainder(a, b));
}
// The idiom that makes a modulus positive.
const wrap = (n: i32): int<0, 6> => ((n % 7) + 7) % 7;
const days: number[] = [];
for (let n = -8; n <= 8; n += 4) days.push(wrap(n));
console.log(days.join(" "));
let n = -29;
n = (n % 12) | 0;
console.log(n);
for (let i = -4; i < 4; i++) if (i % 2 !== 0) console.log("odd", i);
console.log(-9 % 4 === -1, -8 % 4 === 0);
