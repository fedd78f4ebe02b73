// Shift counts are taken modulo 32; << wraps into the sign; >> keeps it.
function shiftAll(x: i32): void {
  const left: number[] = [];
  const right: number[] = [];
  for (const n of [0, 1, 4, 16, 30, 31, 32, 33, 63, 64]) {
    left.push(x << n);
    right.push(x >> n);
  }
  console.log(x, left.join(","));
  console.log(x, right.join(","));
}
shiftAll(1);
shiftAll(-1);
shiftAll(0x7fffffff);
shiftAll(-2147483648);
shiftAll(305419896);
const minusOne: i32 = -1;
console.log(1 << minusOne, 256 >> (minusOne * 28));
let v: i32 = 1;
for (let i = 0; i < 34; i++) v <<= 1;
console.log(v);
let w: i32 = -1000;
for (let i = 0; i < 4; i++) {
  w >>= 3;
  console.log(w);
}
console.log(0xffffffff >> 4, 0xffffffff << 4, 4294967297 << 3);
