//! refuse for now
// Several views of one ArrayBuffer: bytes, words and a DataView see each other's writes.
const buffer = new ArrayBuffer(8);
const bytes = new Uint8Array(buffer);
const words = new Uint16Array(buffer, 2, 2);
const view = new DataView(buffer);
view.setUint16(2, 0x0102, true);
words[1] = 0xfffe;
console.log(bytes.join(), words.join(), view.getUint16(2), view.getInt16(4, true), buffer.byteLength);
bytes[2] = 0xff;
console.log(words[0], view.getUint8(2), view.getInt8(2), words.byteOffset, words.byteLength);
const part = new Uint8Array(buffer, 4);
part.fill(1);
console.log(bytes.join(), part.length, part.byteOffset, part.buffer === buffer);
const copy = buffer.slice(2, 4);
new Uint8Array(copy)[0] = 0;
console.log(bytes[2], copy.byteLength);
const header = { magic: 0xcafe, length: 300, flags: 5 };
const packet = new Uint8Array(5);
const out = new DataView(packet.buffer);
out.setUint16(0, header.magic);
out.setUint16(2, header.length);
out.setUint8(4, header.flags);
console.log([...packet].map((b) => b.toString(16)).join(" "), out.getUint16(0) === header.magic, out.getUint16(2));
