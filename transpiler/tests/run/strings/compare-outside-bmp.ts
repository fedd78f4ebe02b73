// < and sort compare UTF-16 units: a character beyond U+FFFF stands before U+E000 to U+FFFF.
const words = ["\uffff", "😀", "\ue000", "z", "a", "é", "", "😀a", "\uffffa", "zz"];
const pairs: string[] = [];
for (const a of words) {
  let row = "";
  for (const b of words) row += a < b ? "<" : a > b ? ">" : "=";
  pairs.push(row);
}
console.log(pairs.join("\n"));
console.log(
  [...words]
    .sort()
    .map((word) => word.length)
    .join(),
  [...words].sort()[9] === "\uffffa",
);
console.log(["b", "a", "C", "B", "10", "9", ""].sort().join("|"));
console.log("😀" < "\uffff", "😀" <= "😀", "\uffff" >= "😀", "a" < "B", "Z" < "a", "" < "a");
const sorted = words.toSorted();
console.log(sorted.length, sorted[0] === "", words[0] === "\uffff");
