// >>> reads the bits without a sign: from 0 to 4294967295.
console.log(-1 >>> 0, -1 >>> 28, -1 >>> 1, -2147483648 >>> 0, -2147483648 >>> 31, 4294967296 >>> 0, 4294967297 >>> 0);
const unsigned = (x: number): number => x >>> 0;
console.log([0, 5, -5, 0x7fffffff, -0x80000000, 0xdeadbeef | 0].map(unsigned).join());
const hex = (x: number): string => (x >>> 0).toString(16).padStart(8, "0");
console.log(hex(-1), hex(0), hex(-559038737), hex(1 << 31), hex(~0 ^ 0xff));
let h = 0x811c9dc5;
for (const c of "hazard") h = Math.imul(h ^ c.charCodeAt(0), 0x01000193) >>> 0;
console.log(h, h > 0x7fffffff, h | 0, (h | 0) >>> 0 === h);
const nibbles: number[] = [];
for (let word = -19088744, i = 0; i < 8; i++, word >>>= 4) nibbles.push(word & 15);
console.log(nibbles.join(" "), (-1 >>> 0) + 1, (-1 >>> 0) - -1, (-1 >>> 16) * (-1 >>> 16));
const compareUnsigned = (a: number, b: number): number => (a >>> 0 < b >>> 0 ? -1 : a >>> 0 > b >>> 0 ? 1 : 0);
console.log(compareUnsigned(-1, 1), compareUnsigned(1, -1), compareUnsigned(-5, -5), -1 < 1);
