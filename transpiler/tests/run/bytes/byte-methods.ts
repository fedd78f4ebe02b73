// The methods of Uint8Array that people use.
const b = Uint8Array.from([5, 3, 9, 3]);
console.log(
  b.includes(3),
  b.includes(7),
  b.includes(259),
  b.indexOf(3, 2),
  b.lastIndexOf(3),
  b.lastIndexOf(8),
  b.join("-"),
  b.join(),
);
console.log(b.at(-1), b.at(0), b.at(9) ?? "none", b.at(-5) ?? "none", b.byteLength, b.length);
console.log(
  b.every((x) => x > 2),
  b.some((x) => x > 8),
  b.find((x) => x > 3),
  b.findIndex((x) => x === 9),
  b.find((x) => x > 90) ?? -1,
);
console.log(
  b.reduce((sum, x) => sum + x, 0),
  b.reduce((text, x, i) => `${text}${i}${x};`, ""),
);
b.forEach((x, i) => {
  if (i % 2 === 0) console.log(i, x);
});
console.log([...b.reverse()].join(), b.reverse().join(), Uint8Array.of(1, 256, -1).join(), Uint8Array.from(b).length);
for (const [i, x] of b.entries()) console.log(i, x);
console.log([...b.keys()].join(), [...b.values()].map((x) => x * 100).join());
const line = new Uint8Array(10).fill(32);
line.set(Uint8Array.of(72, 105), 2);
line.copyWithin(6, 2, 4);
console.log(
  [...line].join(),
  line.fill(0, 8).join(),
  line.fill(1, -2, -1).join(),
  line.fill(7, 5, 2).join(),
  line.fill(300, -99, 1).join(),
);
console.log(
  line.copyWithin(-3, 0).join(),
  line.copyWithin(1, -4, -2).join(),
  line.subarray(2, 6).reverse().join(),
  line.join(""),
);
function sum(bytes: Uint8Array): number {
  return bytes.reduce((total, x) => (total + x) & 0xffff, 0);
}
console.log(sum(b), sum(new Uint8Array(0)), sum(b.subarray(1, 3)), String.fromCharCode(...b.slice(0, 0)) === "");
