// Views on one buffer see each other's bytes; parts of a buffer have their own offset.
const buffer = new ArrayBuffer(8);
const all = new Uint8Array(buffer);
const tail = new Uint8Array(buffer, 4);
const middle = new Uint8Array(buffer, 2, 3);
all.fill(1);
tail[0] = 9;
middle[1] = 7;
console.log([...all].join(), [...tail].join(), [...middle].join(), buffer.byteLength, tail.length, middle.length);
const view = new DataView(buffer, 4);
view.setUint16(0, 0x0506);
console.log(tail[0], tail[1], view.byteLength, view.getUint16(0));
const part = new DataView(buffer, 2, 4);
console.log(part.getUint8(0), part.byteLength);
const copy = buffer.slice(2, 6);
new Uint8Array(copy)[0] = 200;
console.log(
  copy.byteLength,
  all[2],
  new Uint8Array(copy)[0],
  buffer.slice(-2).byteLength,
  buffer.slice(6, 2).byteLength,
);
const packet = new Uint8Array([1, 0, 2, 0, 0, 0, 3]);
const header = packet.subarray(1, 5);
const fields = new DataView(header.buffer, header.byteOffset, header.byteLength);
console.log(fields.getUint16(0), fields.getUint16(1), fields.byteLength);
fields.setUint8(0, 42);
console.log(packet[1], header[0]);
const whole = new DataView(packet.buffer);
console.log(whole.getUint8(6), whole.byteLength, packet.byteLength, packet.buffer.byteLength);
for (const [offset, length] of [
  [9, 0],
  [4, 5],
  [-1, 1],
] as const) {
  try {
    console.log(new Uint8Array(buffer, offset, length).length);
  } catch (error) {
    console.log(error instanceof RangeError);
  }
}
