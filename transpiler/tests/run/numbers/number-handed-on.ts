// Number handed on by its name: of texts that are no numbers it makes NaN, which is tested before it is computed with.
const parts = "1,2,x,,0x10, 7 ".split(",").map(Number);
console.log(parts.join(), parts.length, parts.filter((n) => !Number.isNaN(n)).length);
const flags = [true, false].map(Number);
console.log(flags.join(), flags[0] + 1);
const same = [5, 6].map(Number);
console.log(same[1] * 2);
const [h = 0, m = 0] = "12:34".split(":").map(Number);
if (!Number.isNaN(h) && !Number.isNaN(m)) console.log(((h % 24) * 60 + (m % 60)) | 0);
const total = "3 4 5"
  .split(" ")
  .map(Number)
  .reduce((a, b) => (a + (Number.isNaN(b) ? 0 : b % 1000)) | 0, 0);
console.log(total, [null, "4"].map(Number).join());
