// Math's functions of integers.
console.log(
  Math.abs(-5),
  Math.ceil(3),
  Math.floor(-3),
  Math.trunc(7),
  Math.round(-2),
  Math.sign(-9),
  Math.sign(0) === 0,
  Math.sign(4),
);
console.log(Math.max(1, 5, 3), Math.min(4, -2), Math.max(7), Math.max(...[3, 9, 2]), Math.min(...[3, 9, 2], 1));
console.log(
  Math.imul(0xffffffff, 5),
  Math.imul(123456789, 987654321),
  Math.clz32(0),
  Math.clz32(1),
  Math.clz32(-1),
  Math.clz32(65536),
);
console.log(Math.pow(2, 10), Math.pow(-3, 3), Math.pow(7, 0), 2 ** 31, (-2) ** 5);
let x = 100;
x **= 2;
console.log(
  x,
  Math.floor(Math.sqrt(x)),
  Math.floor(Math.sqrt(99)),
  Math.trunc(Math.sqrt(2147483647)),
  Math.floor(Math.sqrt(0)),
);
for (const n of [1, 2, 3, 4, 8, 15, 16, 24, 25, 26, 1000000, 4503599627370495])
  console.log(n, Math.floor(Math.sqrt(n)));
for (let bits = 0; bits < 32; bits += 5) console.log(bits, Math.clz32(1 << bits), 31 - Math.clz32((1 << bits) | 1));
