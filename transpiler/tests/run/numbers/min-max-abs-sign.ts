// Math.min, max, abs and sign over integers, spread over an array too.
const readings = [12, -40, 7, 0, 99, -3];
let low = readings[0];
let high = readings[0];
for (const r of readings) {
  low = Math.min(low, r);
  high = Math.max(high, r);
}
console.log(low, high, Math.abs(low), Math.abs(high), Math.abs(0));
for (const r of readings) console.log(r, Math.sign(r), Math.abs(r));
console.log(Math.max(3), Math.min(4, 4), Math.max(1, 2, 3, 2, 1), Math.min(-1, -2, 0));
function clamp(n: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, n));
}
console.log(clamp(5, 0, 3), clamp(-5, 0, 3), clamp(2, 0, 3), clamp(2147483648, -1, 4294967295));
console.log(Math.abs(-2147483648), Math.abs(-9007199254740991), Math.max(2147483647, 2147483648));
