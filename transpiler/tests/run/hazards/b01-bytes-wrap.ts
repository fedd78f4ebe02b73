// Stores into typed arrays keep the low bits; what lies outside of the array is not stored.
const u = new Uint8Array(4);
for (const [i, v] of [300, -1, 256, 511].entries()) u[i] = v;
console.log([...u].join(), u.length);
u[0] += 250;
u[1]++;
u[2] -= 1;
u[3] <<= 4;
console.log([...u].join(), u[0] + 1, u[3] | 0x100);
const checksum = (bytes: Uint8Array): number => {
  const sum = new Uint8Array(1);
  for (const b of bytes) sum[0] += b;
  return sum[0];
};
console.log(checksum(u), checksum(new Uint8Array([200, 100])), checksum(new Uint8Array(0)));
console.log([...new Uint8Array([1000, -5, 0xabcdef])].join(), new Uint8Array([1, 2]).fill(999).join("/"));
const words = new Uint16Array(2);
words[0] = 70000;
words[1] = -2;
const signed = new Int8Array([127, 128, 255, -129]);
console.log(
  words.join(),
  signed.join(),
  new Int16Array([40000])[0],
  new Int32Array([0xffffffff])[0],
  new Uint32Array([-1])[0],
);
