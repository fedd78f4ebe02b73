// Integers beyond 2^24 compare exactly: none of them is ever a binary32 number.
const pairs = [16777216, 33554432, 2147483648, 4294967296, 1099511627776, 9007199254740990];
for (const x of pairs)
  console.log(
    x === x + 1,
    x < x + 1,
    x + 1 > x,
    Math.max(x, x + 1) - x,
    [x + 1].indexOf(x),
    [x, x + 1].includes(x + 1),
  );
console.log(
  (16777217 as number) === 16777216,
  16777217 - 16777216,
  33554433 % 2,
  Math.floor(33554433 / 2) * 2 === 33554433,
);
const ids = new Map<number, string>();
for (let i = 0; i < 4; i++) ids.set(9007199254740990 - i, `id ${i}`);
console.log(ids.size, ids.get(9007199254740988), ids.has(9007199254740991), [...ids.keys()].join());
const unique = new Set([16777216, 16777217, 16777216 + 1, 16777218 - 2]);
console.log(unique.size, unique.has(16777218));
const sorted = [16777218, 16777216, 16777217, -16777217, -16777216].sort((a, b) => a - b);
console.log(sorted.join());
switch (sorted[4]) {
  case 16777216:
    console.log("rounded");
    break;
  case 16777218:
    console.log("exact");
}
