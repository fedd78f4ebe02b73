// padStart, padEnd and repeat count units and cut the filling to measure.
console.log("5".padStart(3, "0"), "5".padEnd(3, "0"), "12345".padStart(3, "0"), "ab".padStart(5), "|");
console.log("ab".padEnd(9, "xyz"), "ab".padStart(9, "xyz"), "ab".padEnd(9, ""), "é".padStart(3, "·"));
console.log("😀".padStart(4, "-"), "😀".padEnd(3, "!"), "x".padEnd(5, "😀"), "".padStart(2, "ab"));
console.log("ab".repeat(3), `[${"ab".repeat(0)}]`, "é".repeat(2), "-".repeat(10));
for (const n of [0, 7, 42, 12345])
  console.log(`${n}`.padStart(5), `${n}`.padStart(4, "0"), `${n}`.padEnd(6, ".") + "|");
const rows = [
  ["name", "bytes"],
  ["main.py", "120"],
];
for (const [name, bytes] of rows) console.log(name.padEnd(10) + bytes.padStart(8));
