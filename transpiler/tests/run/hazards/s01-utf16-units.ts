// Texts count UTF-16 units: what lies beyond the BMP counts twice, and iterates once.
const texts = ["", "abc", "é", "漢字", "😀", "a😀b", "👩‍👧", "e\u0301", "\u{10ffff}"];
for (const t of texts) console.log(t, t.length, [...t].length, t === "" ? -1 : t.charCodeAt(0), t.codePointAt(0) ?? -1);
const t = "a😀b";
console.log(
  t.indexOf("b"),
  t.indexOf("😀"),
  t.lastIndexOf("b"),
  t.slice(1, 3),
  t.slice(3),
  t.charCodeAt(1),
  t.charCodeAt(2),
  t.codePointAt(1),
);
console.log(t.substring(0, 1), t.split("😀").join("|"), t.endsWith("b"), t.startsWith("😀", 1), t.includes("😀b"));
console.log("😀".padStart(4, "-"), "😀".padEnd(3, "."), "x😀".repeat(2).length, "ab".padStart(6, "😀"));
const units: number[] = [];
for (let i = 0; i < t.length; i++) units.push(t.charCodeAt(i));
console.log(units.join(), String.fromCodePoint(0x1f600) === "😀", String.fromCharCode(...units) === t);
console.log("\uffff" > "😀", "z" < "😀", ["😀", "\ufb01", "a"].sort((a, b) => (a < b ? -1 : 1)).join(""));
let reversed = "";
for (const c of "añ😀z") reversed = c + reversed;
console.log(reversed);
