// DataView reads and writes every integer, in both orders; offsets outside throw.
const buffer = new ArrayBuffer(16);
const view = new DataView(buffer);
view.setUint8(0, 0xff);
view.setInt8(1, -2);
view.setUint16(2, 0x1234);
view.setUint16(4, 0x1234, true);
view.setInt16(6, -300);
view.setUint32(8, 0xdeadbeef);
view.setInt32(12, -5, true);
const bytes = new Uint8Array(buffer);
console.log([...bytes].map((b) => b.toString(16).padStart(2, "0")).join(" "));
console.log(
  view.getUint8(0),
  view.getInt8(0),
  view.getInt8(1),
  view.getUint16(2),
  view.getUint16(2, true),
  view.getInt16(6),
);
console.log(
  view.getUint32(8),
  view.getInt32(8),
  view.getUint32(8, true),
  view.getInt32(12, true),
  view.getInt32(12),
  view.byteLength,
);
view.setUint8(0, 300);
view.setInt16(2, 40000);
view.setUint32(4, -1);
view.setInt32(8, 2 ** 40 + 7);
console.log(view.getUint8(0), view.getInt16(2), view.getUint32(4), view.getInt32(8));
for (const offset of [-1, 15, 16]) {
  try {
    console.log(view.getUint16(offset));
  } catch (error) {
    console.log(offset, error instanceof RangeError);
  }
}
try {
  view.setUint32(13, 1);
} catch (error) {
  console.log(error instanceof RangeError, error instanceof Error ? error.message : "");
}
const little = view.getUint8(0) > 0;
view.setUint16(0, 0xabcd, little);
console.log(bytes[0], bytes[1], view.getUint16(0, !little));
