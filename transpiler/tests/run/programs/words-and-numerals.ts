// Words, anagrams and Roman numbers: strings, maps and sorting together.
const words = "listen silent enlist google elbow below state taste inlets cat act".split(" ");
const byLetters = new Map<string, string[]>();
for (const word of words) {
  const letters = [...word].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join("");
  const group = byLetters.get(letters);
  if (group === undefined) byLetters.set(letters, [word]);
  else group.push(word);
}
for (const group of byLetters.values())
  if (group.length > 1) console.log(group.sort((a, b) => (a < b ? -1 : 1)).join(" "));
const ROMAN: [int<1, 1000>, string][] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];
function toRoman(n: int<1, 3999>): string {
  let left: int<0, 3999> = n;
  let out = "";
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      out += sign;
      left = Math.max(0, left - value);
    }
  }
  return out;
}
function fromRoman(text: string): number {
  let total = 0;
  let at = 0;
  for (const [value, sign] of ROMAN) {
    while (text.startsWith(sign, at)) {
      total += value;
      at += sign.length;
    }
  }
  return total;
}
for (const n of [1, 4, 9, 14, 40, 90, 400, 1994, 2026, 3999]) console.log(n, toRoman(n), fromRoman(toRoman(n)) === n);
const caesar = (text: string, by: int<0, 25>): string =>
  [...text]
    .map((c) => (c >= "a" && c <= "z" ? String.fromCharCode(((c.charCodeAt(0) - 97 + by) % 26) + 97) : c))
    .join("");
console.log(caesar("attack at dawn, é", 3), caesar(caesar("zebra", 13), 13));
