// >>> gives an unsigned result: 0 to 2^32 - 1.
function unsigned(x: i32, n: u8): u32 {
  return x >>> n;
}
for (const x of [0, 1, -1, -2, 2147483647, -2147483648]) {
  console.log(x, unsigned(x, 0), unsigned(x, 1), unsigned(x, 8), unsigned(x, 31), unsigned(x, 32), unsigned(x, 40));
}
console.log(-1 >>> 0, -1 >>> 28, 4294967295 >>> 0, 4294967296 >>> 0, 4294967301 >>> 1);
const big: u32 = 0xfedcba98;
console.log(big >>> 16, big & 0xffff, big >> 16, (big | 0) >>> 0);
// Rotation of 32 bits.
function rotateLeft(x: u32, n: int<1, 31>): u32 {
  return ((x << n) | (x >>> (32 - n))) >>> 0;
}
let r: u32 = 0x80000001;
for (let i = 0; i < 4; i++) {
  r = rotateLeft(r, 5);
  console.log(r, r.toString(16));
}
let x: u32 = 0xffffffff;
x >>>= 12;
console.log(x);
