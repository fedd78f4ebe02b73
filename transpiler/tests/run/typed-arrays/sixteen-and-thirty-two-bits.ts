// Int16Array, Uint16Array, Int32Array, Uint32Array, Int8Array: what a store keeps.
const edges = [
  0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 2147483647, 2147483648, 4294967295, -2147483649,
];
const i8 = new Int8Array(edges.length);
const u16 = new Uint16Array(edges.length);
const i16 = new Int16Array(edges.length);
const i32 = new Int32Array(edges.length);
const u32 = new Uint32Array(edges.length);
for (const [i, v] of edges.entries()) {
  i8[i] = v;
  u16[i] = v;
  i16[i] = v;
  i32[i] = v;
  u32[i] = v;
}
console.log(i8.join());
console.log(u16.join());
console.log(i16.join());
console.log(i32.join());
console.log(u32.join());
console.log(u16.length, u16.byteLength, i32.byteLength, Int16Array.BYTES_PER_ELEMENT);
i16[0]--;
u16[0]--;
i32[11]++;
u32[13]++;
i8[3] += 1;
console.log(i16[0], u16[0], i32[11], u32[13], i8[3]);
const sum = (xs: Int16Array): number => {
  let total = 0;
  for (const x of xs) total += x;
  return total;
};
console.log(sum(i16), sum(i16.subarray(7, 9)), sum(new Int16Array(0)), [...i16.slice(-3)].join());
