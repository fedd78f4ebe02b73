// Two units make one character; half of one alone is no text on the device, which stops there.
const emoji = String.fromCharCode(0xd83d, 0xde00);
console.log(emoji, emoji === "😀", emoji.length, String.fromCodePoint(0x1f600, 65, 0x20ac), "\ud83d\ude00" === emoji);
const plain = [72, 105, 0x20ac, 0xffff].map((c) => String.fromCharCode(c)).join("");
console.log(
  plain.length,
  plain.charCodeAt(3),
  plain.slice(0, 3),
  String.fromCharCode(65 + 65536),
  String.fromCharCode().length,
);
const units = [0x41, 0xd83d, 0xde80, 0x42];
console.log(String.fromCharCode(...units), String.fromCharCode(...units.slice(1, 3)).codePointAt(0));
const single = (unit: u16): string => String.fromCharCode(unit); //! stops
console.log(single(0x7a), single(0xe9));
console.log(single(0xd83d).length);
