// CRC-32 with a table made at start: every entry is unsigned.
const table: u32[] = [];
for (let n: u32 = 0; n < 256; n++) {
  let c: u32 = n;
  for (let k = 0; k < 8; k++) {
    c = (c & 1) !== 0 ? (0xedb88320 ^ (c >>> 1)) >>> 0 : c >>> 1;
  }
  table.push(c);
}
function crc32(text: string): u32 {
  let crc: u32 = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc = (table[(crc ^ text.charCodeAt(i)) & 0xff] ^ (crc >>> 8)) >>> 0;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
console.log(table[1], table[255], table.length);
console.log(crc32("123456789"), crc32("123456789").toString(16));
console.log(crc32(""), crc32("a"), crc32("The quick brown fox jumps over the lazy dog").toString(16));
