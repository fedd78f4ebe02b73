// Index, slice and search by position in texts outside ASCII, at both ends and in loops.
const text = "Straße für 漢字 und 😀 — Ωμέγα";
console.log(
  text.length,
  text.indexOf("漢"),
  text.indexOf("😀"),
  text.indexOf("Ω"),
  text.charAt(4),
  text.charAt(text.length - 1),
);
let ascii = 0;
let wide = 0;
for (let i = 0; i < text.length; i++) {
  if (text.charCodeAt(i) < 128) ascii++;
  else wide++;
}
console.log(ascii, wide);
const words = text.split(" ");
console.log(words.length, words.map((w) => w.length).join(), words.map((w) => [...w].length).join());
for (const w of words) console.log(w.charCodeAt(0) === 0xd83d ? "half" : w.slice(0, 1), w.charCodeAt(w.length - 1));
const around = (at: number): string => text.slice(Math.max(0, at - 2), at + 2);
console.log(around(0), around(4), around(12), around(text.length));
const positions: number[] = [];
for (let i = text.indexOf("ü"); i >= 0; i = text.indexOf("ü", i + 1)) positions.push(i);
console.log(positions.join(), text.lastIndexOf(" "), text.includes("und"), text.slice(-5));
