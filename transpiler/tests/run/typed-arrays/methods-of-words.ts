// Every method of the typed arrays beyond bytes, with places before the start and beyond the end.
const w = new Int16Array([5, -300, 17, 5, 0, 32767]);
console.log(w.at(0), w.at(-1), w.at(6) ?? "none", w.at(-7) ?? "none", w.length, w.byteLength, w.BYTES_PER_ELEMENT);
console.log(w.includes(5), w.includes(5, 4), w.includes(-300, -5), w.includes(65236), w.includes(6));
console.log(w.indexOf(5), w.indexOf(5, 1), w.indexOf(5, -3), w.indexOf(5, -99), w.indexOf(5, 99), w.indexOf(65541));
console.log(w.lastIndexOf(5), w.lastIndexOf(5, 2), w.lastIndexOf(5, -4), w.lastIndexOf(5, -99), w.lastIndexOf(0, 99));
console.log(w.join(), w.join(""), w.join(" / "), new Int16Array(0).join() === "", Int16Array.of(7).join());
console.log(
  w.map((x) => x * 2).join(),
  w.map((x, i) => x + i * 65536).join(),
  w.filter((x) => x > 4).join(),
  w.filter((x, i) => x === i).length,
);
console.log(
  w.find((x) => x < 0),
  w.find((x) => x > 40000) ?? "none",
  w.findIndex((x) => x === 17),
  w.findLast((x) => x === 5),
  w.findLastIndex((x) => x === 5),
  w.findLast((x) => x === 6) ?? "none",
  w.findLastIndex((x) => x === 6),
);
console.log(
  w.some((x) => x < -299),
  w.every((x) => x < 32767),
  new Int16Array(0).every((x) => x > 0),
  new Int16Array(0).some((x) => x > 0),
);
console.log(
  w.reduce((a, b) => a + b, 0),
  w.reduce((a, b) => (a > b ? a : b)),
  w.reduce((text, x) => `${text}${x};`, ""),
  w.reduceRight((text, x, i) => `${text}${i}:${x} `, ""),
  w.reduceRight((a, b) => Math.min(a, b)),
);
try {
  new Int32Array(0).reduce((a, b) => Math.max(a, b));
} catch (e) {
  console.log((e as Error).message);
}
w.forEach((x, i) => {
  if (i >= 4) console.log(i, x);
});
console.log(w.toSorted().join(), w.toSorted((a, b) => b - a).join(), w.toReversed().join(), w.with(1, 40000).join());
console.log(w.with(-1, -40000).join(), w.join());
for (const place of [6, -7]) {
  try {
    console.log(w.with(place, 1).length);
  } catch (e) {
    console.log(e instanceof RangeError, (e as Error).message);
  }
}
const u = new Uint32Array([3, 4294967295, 0, 2147483648]);
console.log(u.sort() === u, u.join(), u.reverse() === u, u.join(), u.sort((a, b) => (a % 3) - (b % 3)).join());
console.log(u.fill(7, 1, 3) === u, u.join(), u.fill(-1, -1).join(), u.fill(2, 3, 1).join(), u.fill(5, -99, 1).join());
console.log(u.copyWithin(0, 2) === u, u.join(), u.copyWithin(-2, 0, 1).join(), u.copyWithin(1, 0).join());
console.log(u.copyWithin(9, 0).join(), u.copyWithin(0, -1).join(), u.copyWithin(-99, 1, -1).join());
u.set([1, 2, -3]);
u.set([9], 3);
console.log(u.join());
for (const offset of [2, -1, 5]) {
  try {
    u.set([1, 2, 3], offset);
    console.log("set");
  } catch (e) {
    console.log(e instanceof RangeError, (e as Error).message);
  }
}
u.set([], 4);
const copy = u.slice(1, -1);
const part = u.subarray(1, -1);
copy[0] = 100;
part[1] = 200;
console.log(copy.join(), part.join(), u.join(), u.slice().join(), u.slice(-1).join(), u.slice(3, 1).length);
console.log(
  u.subarray().length,
  u.subarray(-3).join(),
  u.subarray(2, 1).length,
  u.subarray(9).length,
  part.subarray(1).join(),
);
u.set(u.subarray(0, 3), 1);
console.log(u.join());
part.fill(8);
part.reverse().set([6]);
console.log(u.join(), part.slice(1).join(), part.toSorted().join());
console.log([...u.keys()].join(), [...u.values()].join(), [...u.entries()].map(([i, x]) => `${i}:${x}`).join());
console.log(Int8Array.from([127, 128, -129]).join(), Uint16Array.of(-1, 65536).join(), Int32Array.BYTES_PER_ELEMENT);
console.log([1, 2, 3].map(String).join(), [...Int8Array.of(1, -2)].map(String).join("|"));
