// A shift count counts modulo 32, constant or not, negative too.
console.log(1 << 32, 1 << 33, 8 >> 32, 8 >> 33, -8 >>> 32, 1 << -1, 256 >> -30, -1 >>> -4);
const left = (x: number, n: number): number => x << n;
const right = (x: number, n: number): number => x >> n;
const logical = (x: number, n: number): number => x >>> n;
for (const n of [0, 1, 30, 31, 32, 33, 63, 64, -1, -31, -32]) {
  console.log(n, left(1, n), left(-3, n), right(-1024, n), right(1024, n), logical(-1, n), logical(1024, n));
}
const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));
console.log(rotate(1, 1), rotate(0x80000000, 1), rotate(0x12345678, 8).toString(16), rotate(5, 0), rotate(5, 32));
let x = 3;
x <<= 35;
console.log(x);
x >>= 34;
console.log(x);
x >>>= 33;
console.log(x, 1 << (x + 30), 1 << (x + 29 + 31));
