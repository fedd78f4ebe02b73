// Numbers in bytes, both ways round.
const buffer = new Uint8Array(8);
function writeU16(b: Uint8Array, at: int<0, 6>, value: u16): void {
  b[at] = value >> 8;
  b[at + 1] = value & 0xff;
}
function writeU32Little(b: Uint8Array, at: int<0, 4>, value: u32): void {
  for (let i = 0; i < 4; i++) b[at + i] = (value >>> (i * 8)) & 0xff;
}
function readU32Little(b: ReadonlyUint8Array, at: int<0, 4>): u32 {
  return (b[at] | (b[at + 1] << 8) | (b[at + 2] << 16) | (b[at + 3] << 24)) >>> 0;
}
function readI16(b: ReadonlyUint8Array, at: int<0, 6>): i16 {
  return (((b[at] << 8) | b[at + 1]) << 16) >> 16;
}
for (const n of [0, 1, 255, 256, 65535]) {
  writeU16(buffer, 0, n);
  console.log(n, buffer[0], buffer[1], readI16(buffer, 0));
}
for (const n of [0, 1, 305419896, 4294967295, 2147483648]) {
  writeU32Little(buffer, 4, n);
  console.log(n, buffer[4], buffer[7], readU32Little(buffer, 4), readU32Little(buffer, 4) === n);
}
