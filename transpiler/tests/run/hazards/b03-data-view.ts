// DataView reads and writes integers of both orders at any offset.
const view = new DataView(new ArrayBuffer(12));
view.setInt16(0, -2);
view.setUint16(2, 0xabcd, true);
view.setUint32(4, 0xdeadbeef);
view.setInt32(8, -559038737, true);
const bytes: string[] = [];
for (let i = 0; i < view.byteLength; i++) bytes.push(view.getUint8(i).toString(16).padStart(2, "0"));
console.log(bytes.join(" "));
console.log(
  view.getUint8(0),
  view.getInt8(1),
  view.getInt16(0),
  view.getUint16(0),
  view.getUint16(2),
  view.getUint16(2, true),
);
console.log(view.getUint32(4), view.getInt32(4), view.getUint32(4, true), view.getInt32(8, true), view.getUint32(5));
const packet = new Uint8Array([1, 0, 16, 0xff, 0xfe]);
const reader = new DataView(packet.buffer);
console.log(reader.getUint8(0), reader.getUint16(1), reader.getInt16(3), reader.byteLength);
reader.setUint8(0, 300);
reader.setInt8(1, -1);
console.log([...packet].join());
try {
  reader.getUint16(4);
} catch (e) {
  console.log((e as Error).name);
}
