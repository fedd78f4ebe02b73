// padStart, padEnd, repeat, at and lastIndexOf, with nothing to do and with fills of several characters.
console.log(
  "5".padStart(3, "0"),
  "12345".padStart(3, "0"),
  "5".padEnd(3, "."),
  "x".padStart(6, "ab"),
  "x".padEnd(6, "ab"),
  "".padStart(2),
);
console.log(
  "|" +
    "a".padStart(3) +
    "|" +
    "a".padEnd(3) +
    "|" +
    "a".padStart(0) +
    "|" +
    "a".padStart(-5) +
    "|" +
    "ab".padStart(5, "") +
    "|",
);
console.log("ab".repeat(3), "ab".repeat(0) === "", "".repeat(5) === "", "-".repeat(10).length);
console.log(
  "abcabc".lastIndexOf("c"),
  "abcabc".lastIndexOf("x"),
  "abcabc".lastIndexOf(""),
  "abcabc".lastIndexOf("abc"),
  "aaa".lastIndexOf("aa"),
  "abcabc".lastIndexOf("c", 4),
  "abcabc".lastIndexOf("a", 0),
);
console.log("abc".at(-1), "abc".at(0), "abc".at(3) ?? "none", "abc".at(-4) ?? "none");
const table = [
  ["id", "name"],
  ["1", "ann"],
  ["20", "bartholomew"],
];
const widths = [0, 1].map((c) => Math.max(...table.map((row) => row[c].length)));
for (const row of table)
  console.log(row.map((cell, c) => (c === 0 ? cell.padStart(widths[c]) : cell.padEnd(widths[c], "_"))).join(" "));
console.log((-5).toString().padStart(5, "0"), `${7}`.padStart(2, "0"), "1".padStart(10, "xyz"));
