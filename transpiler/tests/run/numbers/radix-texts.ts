// toString in every base, of both signs, small and large.
for (const n of [0, 1, -1, 10, 255, -255, 65535, 1073741824, 4294967295, -2147483648, 9007199254740991]) {
  console.log(n, n.toString(2), n.toString(8), n.toString(16), n.toString(36), n.toString(10), n.toString());
}
for (let radix = 2; radix <= 36; radix++) console.log(radix, (123456789).toString(radix), (-35).toString(radix));
console.log(
  (5).toString(2).padStart(8, "0"),
  (0xdeadbeef).toString(16).toUpperCase(),
  `0x${(7).toString(16).padStart(2, "0")}`,
);
