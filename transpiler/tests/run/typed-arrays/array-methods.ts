// map, filter, reduce, find, sort, reverse, join, includes and the like of typed arrays.
const u = new Uint8Array([5, 200, 17, 5, 0]);
console.log(
  u.map((x) => x * 2).join(),
  u.filter((x) => x > 4).join(),
  u.reduce((a, b) => a + b, 0),
  u.join("-"),
);
console.log(
  u.find((x) => x > 10),
  u.findIndex((x) => x === 17),
  u.includes(200),
  u.indexOf(5),
  u.lastIndexOf(5),
  u.some((x) => x === 0),
  u.every((x) => x < 201),
);
const sorted = u.slice().sort();
console.log([...sorted].join(), [...sorted.reverse()].join(), [...u].join());
console.log(
  Array.from(u, (x) => x.toString(16)).join(),
  [...u.entries()].map(([i, x]) => i * x).join(),
  [...u.keys()].length,
);
u.forEach((x, i) => {
  if (i > 2) console.log(i, x);
});
const filled = new Uint16Array(6).fill(7, 2, 4);
filled.set([1, 2], 4);
filled.copyWithin(0, 3);
console.log(filled.join(), filled.at(-1), filled.at(9) ?? "none");
const from = Uint8Array.from([1, 2, 300]);
const of = Uint8Array.of(9, 8);
console.log(from.join(), of.join(), new Uint8Array([...from, ...of]).length);
const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
console.log(hex(u), hex(new Uint8Array(0)) === "");
