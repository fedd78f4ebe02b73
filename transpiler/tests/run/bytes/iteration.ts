// Bytes in for…of, by index, spread, and compared one by one.
const bytes = new Uint8Array([3, 1, 2]);
let sum = 0;
for (const b of bytes) sum += b;
for (let i = 0; i < bytes.length; i++) sum += bytes[i] * 100;
console.log(sum, [...bytes].join("-"), [...bytes].map((b) => b.toString(16)).join(""));
const equal = (a: ReadonlyUint8Array, b: ReadonlyUint8Array): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};
const same = new Uint8Array([3, 1, 2]);
console.log(
  equal(bytes, same),
  equal(bytes, same.subarray(1)),
  bytes === same,
  equal(new Uint8Array(0), bytes.slice(3)),
);
const sorted = [...bytes].sort((a, b) => a - b);
console.log(sorted.join(), bytes[0], bytes.length ? "some" : "none", new Uint8Array(0) ? "true" : "false");
const [first, second] = [...bytes];
console.log(first, second);
