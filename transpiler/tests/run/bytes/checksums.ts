// Checksums over bytes: exclusive-or, sum, two's complement and CRC-8.
const frame = new Uint8Array([0x02, 0x10, 0xff, 0x7e, 0x00, 0x81]);
let xor = 0;
let sum = 0;
for (const b of frame) {
  xor ^= b;
  sum = (sum + b) & 0xff;
}
console.log(xor, sum, (256 - sum) & 0xff, ((~sum & 0xff) + 1) & 0xff);
function crc8(data: ReadonlyUint8Array): u8 {
  let crc: u8 = 0;
  for (const byte of data) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : (crc << 1) & 0xff;
  }
  return crc;
}
console.log(crc8(frame), crc8(new Uint8Array(0)), crc8(new TextEncoder().encode("123456789")));
const withSum = new Uint8Array(frame.length + 1);
withSum.set(frame);
withSum[frame.length] = (256 - sum) & 0xff;
let check = 0;
for (const b of withSum) check = (check + b) & 0xff;
console.log(check, withSum.length);
