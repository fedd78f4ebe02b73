// & | ^ ~ work on 32 bits: operands wrap, results are signed.
const top = 0x80000000;
const all = 0xffffffff;
console.log(top | 0, all | 0, ~all, ~0, ~~all);
console.log(all & all, all & 0xff, all ^ 1, top & all, top ^ top);
console.log(-1 & 0xff, -256 & 0xffff, -1 ^ 0x55, -1 | 0);
console.log((0x1_0000_0000 + 5) | 0, 0x1_8000_0000 | 0, 1099511627779 & 0xff);
function toggle(flags: i32, mask: i32): i32 {
  return flags ^ mask;
}
let flags: i32 = 0;
for (const bit of [0, 5, 31, 5]) {
  flags = toggle(flags, 1 << bit);
  console.log(bit, flags, (flags & (1 << bit)) !== 0);
}
flags |= 6;
flags &= ~2;
flags ^= 0xf0;
console.log(flags);
const words = [0xdeadbeef, 0x7fffffff, 0x80000001, 12];
let mixed = 0;
for (const word of words) mixed = (mixed ^ word) | 0;
console.log(mixed, ~mixed, -~mixed - 1);
