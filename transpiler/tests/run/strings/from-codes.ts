// fromCharCode takes units, two halves make one character; fromCodePoint takes characters.
console.log(String.fromCharCode(72, 105), String.fromCharCode(0x20ac), String.fromCharCode() === "");
console.log(
  String.fromCharCode(0xd83d, 0xde00),
  String.fromCharCode(0x10041),
  String.fromCharCode(65, 0xd834, 0xdd1e, 66),
);
console.log(String.fromCodePoint(0x1f600), String.fromCodePoint(97, 0x10ffff).length, String.fromCodePoint(233, 8364));
const units: number[] = [0xd83d, 0xdc4d, 33];
console.log(String.fromCharCode(...units), String.fromCharCode(...units).length);
let alphabet = "";
for (let c = 65; c < 91; c += 5) alphabet += String.fromCharCode(c);
console.log(alphabet);
const shifted = [..."Uryyb"].map((c) => {
  const code = c.charCodeAt(0);
  const base = code >= 97 ? 97 : 65;
  return String.fromCharCode(((code - base + 13) % 26) + base);
});
console.log(shifted.join(""));
