// toString(16) keeps the sign before the digits; padding makes fixed widths.
for (const n of [0, 9, 10, 255, 256, -1, -255, 65535, 2147483647, -2147483648, 4294967295, 9007199254740991]) {
  console.log(n, n.toString(16), n.toString());
}
function hex2(byte: u8): string {
  return byte.toString(16).padStart(2, "0");
}
const bytes: u8[] = [0, 7, 15, 16, 171, 255];
console.log(bytes.map(hex2).join(" "), bytes.map((b) => hex2(b)).join(""));
function parseHex(text: string): u32 {
  let value: u32 = 0;
  for (const c of text) {
    const digit = "0123456789abcdef".indexOf(c);
    if (digit < 0) return 0;
    value = ((value << 4) | digit) >>> 0;
  }
  return value;
}
console.log(parseHex("ff"), parseHex("deadbeef"), parseHex("0"), parseHex("xyz"), parseHex("123456789"));
console.log(0xff, 0b1011, 0o17, 1_000_000, 0xdead_beef);
