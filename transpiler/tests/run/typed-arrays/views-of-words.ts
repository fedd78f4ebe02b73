// Words in a buffer: where they may begin, what they share, and what is said where they do not fit.
const buffer = new ArrayBuffer(12);
const bytes = new Uint8Array(buffer);
const halves = new Int16Array(buffer, 2, 3);
const wholes = new Uint32Array(buffer, 4);
const signs = new Int8Array(buffer);
halves[0] = -2;
halves[1] = 0x7fff;
halves[2] = 0x18001;
halves[3] = 5;
halves[-1] = 5;
console.log(bytes.join(), signs.join(), wholes.join(), halves.join());
console.log(halves.length, halves.byteLength, halves.byteOffset, wholes.byteOffset, signs.byteOffset);
console.log(halves.buffer === buffer, wholes.buffer === halves.buffer, buffer.byteLength);
const later = halves.subarray(1);
console.log(later.byteOffset, later.length, later.buffer === buffer, later.subarray(-1).byteOffset);
console.log(halves.subarray(9).byteOffset, halves.subarray(2, 1).length, later.subarray(0, 1).join());
later[0] = 77;
wholes[1] = 0xfffffffe;
console.log(bytes.join(), later.join(), halves.slice(1).join(), halves.slice().buffer === buffer);
const copy = halves.slice();
copy[0] = 1;
console.log(copy.join(), halves[0], copy.byteOffset, copy.buffer.byteLength);
console.log(
  [...wholes].join(),
  wholes.map((x) => x + 1).join(),
  wholes.indexOf(0xfffffffe),
  wholes.at(-1),
  wholes.includes(1),
  halves.toSorted().join(),
);
halves.sort();
halves.reverse();
halves.copyWithin(0, 1);
console.log(
  halves.join(),
  halves.reduce((a, b) => a + b, 0),
  halves.reduceRight((a, b) => (a & 0xffff) - b),
);
const view = new DataView(halves.buffer, halves.byteOffset, halves.byteLength);
view.setInt16(0, -12345, true);
console.log(halves[0], view.byteLength, view.getUint8(0));
const owned = new Uint16Array([0x0102, 0x0304]);
console.log(new Uint8Array(owned.buffer).join(), new DataView(owned.buffer).getUint16(2), owned.byteOffset);
new Uint8Array(owned.buffer)[1] = 0xff;
console.log(owned[0], owned.buffer === owned.buffer, owned.buffer.byteLength);
const tries: (() => number)[] = [
  () => new Uint16Array(buffer, 1).length,
  () => new Int32Array(buffer, 2, 1).length,
  () => new Uint16Array(new ArrayBuffer(3)).length,
  () => new Uint32Array(buffer, 16).length,
  () => new Uint16Array(buffer, 4, 5).length,
  () => new Int8Array(buffer, 0, 13).length,
  () => new Uint32Array(buffer, 12).length,
  () => new Uint16Array(buffer, 0, 0).length,
];
for (const attempt of tries) {
  try {
    console.log(attempt());
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
}
for (const x of halves) if (x !== 0) halves[2] = 4;
console.log(halves.join());
const [first, second, ...rest] = wholes;
console.log(first, second, rest.length);
