// One kind of typed array from another, and from arrays: every element by its value, cut to what fits.
const signed = new Int16Array([-1, 256, 300, -32768]);
const bytes = new Uint8Array(signed);
const words = new Uint16Array(signed);
const back = new Int8Array(bytes);
console.log(bytes.join(), words.join(), back.join(), new Uint32Array(signed).join(), new Int32Array(words).join());
console.log(new Uint16Array(bytes).join(), new Int32Array(new Uint32Array([0xffffffff, 0x80000000])).join());
const copy = new Int16Array(signed);
copy[0] = 9;
console.log(signed[0], copy[0], Int32Array.from(bytes).join(), Uint8Array.from(signed).join());
bytes.set(signed);
bytes.set([1000, -1], 2);
words.set(bytes, 0);
words.set(new Uint8Array([7]), 3);
console.log(bytes.join(), words.join());
const list: number[] = [...signed, ...bytes];
console.log(list.join(), new Int16Array(list).length, Array.from(words, (x) => x >> 8).join());
const half: u16 = words[0] ?? 0;
const tiny: i8 = back[0] ?? 0;
console.log(half, tiny, signed[9] ?? "outside", words[-1] ?? "before");
const negative = [4, -1];
for (const n of negative) {
  try {
    console.log(new Int32Array(n).length, new Uint8Array(n).byteLength);
  } catch (e) {
    console.log(e instanceof RangeError, (e as Error).message);
  }
}
const minusZero = new Int8Array(1);
minusZero[0] = -0;
console.log(minusZero[0], 1 + minusZero[0], new Uint16Array().length, new Uint8Array().join() === "");
const far = new Int32Array(2);
far[-5] = 3;
far[1] = 9007199254740991;
far[0] = -9007199254740991;
console.log(far.join(), far.length);
let kept = 0;
console.log((far[0] = 4294967297), far[0], (kept = far[1] = 2147483648), kept, far[1]);
console.log(++far[1], far[1], far[0]++, far[0], (far[0] *= 65536), far[0], (far[0] -= 1), far[0]);
