// Every bit operator works on 32 bits with a sign, also where the operands are larger.
const edges = [0, 1, -1, 0x7fffffff, 0x80000000, 0xffffffff, 0x100000000, 0x1ffffffff, -0x80000000, -0x80000001];
for (const x of edges) console.log(x, x | 0, ~x, x & 0xff, x ^ 0x0f0f0f0f, x << 1, x >> 1);
console.log(1 << 31, (1 << 31) - 1, 0xffffffff | 0, ~0xffffffff, 0xff << 24, (0xff << 24) >>> 0, 5 & -2);
let flags = 0;
for (const bit of [0, 3, 31]) flags |= 1 << bit;
console.log(flags, flags < 0, (flags & (1 << 31)) !== 0, flags ^ (1 << 31), flags >>> 0);
flags &= ~(1 << 3);
flags ^= 1;
console.log(flags, flags | 0x7fffffff);
const swap32 = (x: number): number => ((x & 0xff) << 24) | ((x & 0xff00) << 8) | ((x >> 8) & 0xff00) | (x >>> 24);
console.log(swap32(0x12345678), swap32(0x000000ff), swap32(0xff).toString(16), swap32(swap32(-2)));
const toInt = (text: string): number => text.length | 0;
console.log(toInt(""), toInt("abc"), 2147483648 | 0, 4294967296 | 0, -2147483649 | 0, 6442450944 | 0);
