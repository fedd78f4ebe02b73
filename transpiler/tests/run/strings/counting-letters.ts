// A text walked by index, by iteration and by code: the three see the same of plain text.
const text = "The quick brown fox jumps over the lazy dog";
const counts = new Map<string, number>();
for (const letter of text.toLowerCase()) {
  if (letter === " ") continue;
  counts.set(letter, (counts.get(letter) ?? 0) + 1);
}
const letters = [...counts.keys()].sort();
console.log(letters.map((letter) => `${letter}${counts.get(letter)}`).join(" "));
let vowels = 0;
for (let i = 0; i < text.length; i++) if ("aeiou".includes(text.charAt(i))) vowels++;
let sum = 0;
for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) % 65521;
console.log(vowels, sum, text.length);
const reversed = [...text].reverse().join("");
const upper = text
  .split(" ")
  .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  .join(" ");
console.log(reversed, upper);
let caesar = "";
for (const char of "Hello, World!") {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 65 && code <= 90) caesar += String.fromCharCode(((code - 65 + 13) % 26) + 65);
  else if (code >= 97 && code <= 122) caesar += String.fromCharCode(((code - 97 + 13) % 26) + 97);
  else caesar += char;
}
console.log(caesar);
