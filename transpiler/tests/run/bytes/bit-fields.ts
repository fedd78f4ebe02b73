// Bits in bytes: set, clear, test and count them.
const field = new Uint8Array(4);
function setBit(n: int<0, 31>, on: boolean): void {
  const at = n >> 3;
  const mask = 1 << (n & 7);
  if (on) field[at] |= mask;
  else field[at] &= ~mask;
}
const isSet = (n: int<0, 31>): boolean => (field[n >> 3] & (1 << (n & 7))) !== 0;
for (const n of [0, 7, 8, 15, 30, 31]) setBit(n, true);
console.log([...field].join(), isSet(7), isSet(9), isSet(31));
setBit(7, false);
setBit(31, false);
setBit(9, false);
console.log([...field].join(), isSet(7), isSet(30));
let count = 0;
for (const byte of field) for (let b = byte; b !== 0; b >>= 1) count += b & 1;
console.log(count);
const nibbles: number[] = [];
for (const byte of field) nibbles.push(byte >> 4, byte & 15);
console.log(nibbles.join(" "));
