// toString with a base: signs, digits beyond 9, the largest integers.
for (const n of [0, 1, -1, 10, 35, 36, 255, -255, 65535, 2147483647, -2147483648]) {
  console.log(n.toString(16), n.toString(2), n.toString(8), n.toString(36), n.toString(10));
}
console.log((9007199254740991).toString(16), (9007199254740991).toString(36), (-9007199254740991).toString(2));
const colour = (r: u8, g: u8, b: u8): string => `#${[r, g, b].map((c) => c.toString(16).padStart(2, "0")).join("")}`;
console.log(colour(255, 0, 10), colour(1, 2, 3), colour(0xde, 0xad, 0xbe).toUpperCase());
const back = [2, 3, 7, 16, 36].map((base) => parseInt((123456).toString(base), base));
console.log(
  back.join(),
  back.every((n) => n === 123456),
);
const bits = (n: u8): string => n.toString(2).padStart(8, "0").replaceAll("0", ".").replaceAll("1", "#");
for (const row of [0x18, 0x3c, 0x7e, 0xff]) console.log(bits(row));
