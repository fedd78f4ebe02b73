// Math.imul keeps the low 32 bits of a product, signed, where * would pass 2^53.
console.log(Math.imul(2, 4), Math.imul(-1, 8), Math.imul(-2, -2));
console.log(Math.imul(0xffffffff, 5), Math.imul(0xfffffffe, 5), Math.imul(65536, 65536));
console.log(Math.imul(123456789, 987654321), Math.imul(2147483647, 2147483647), Math.imul(-2147483648, -1));
// A linear congruential generator.
let seed: i32 = 12345;
const draws: number[] = [];
for (let i = 0; i < 6; i++) {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  draws.push(seed % 1000);
}
console.log(draws.join(" "), seed);
// Small products need nothing.
function area(w: u16, h: u16): u32 {
  return w * h;
}
console.log(area(65535, 65535), area(0, 7), area(1000, 60000));
let factorial = 1;
for (let i = 2; i <= 18; i++) {
  factorial = (factorial * i) % 1000003;
}
console.log(factorial);
