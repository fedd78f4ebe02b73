// Euclid, integer square roots and powers modulo n: loops over i32 without floats.
function gcd(a: u32, b: u32): u32 {
  let x: u32 = a;
  let y: u32 = b;
  while (y !== 0) {
    const t: u32 = x % y;
    x = y;
    y = t;
  }
  return x;
}
console.log(gcd(48, 36), gcd(17, 5), gcd(0, 9), gcd(4294967295, 65535));
function isqrt(n: u32): u16 {
  let low = 0;
  let high = 65535;
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2);
    if (middle * middle <= n) low = middle;
    else high = middle - 1;
  }
  return low;
}
for (const n of [0, 1, 2, 15, 16, 17, 1000000, 4294836225, 4294967295]) console.log(n, isqrt(n));
function powerMod(base: u16, exponent: u32, modulus: int<1, 65535>): u16 {
  let result: u16 = 1 % modulus;
  let factor: u16 = base % modulus;
  for (let e: u32 = exponent; e > 0; e >>>= 1) {
    if (e & 1) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}
console.log(powerMod(2, 10, 1000), powerMod(3, 65536, 65521), powerMod(7, 4294967295, 1));
