// < and > compare UTF-16 units: a character beyond U+FFFF comes before U+E000 to U+FFFF.
console.log("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "a" < "a", "a" <= "a");
console.log("Z" < "a", "10" < "9", "é" > "z", "😀" < "\uffff", "\uffff" > "😀", "😀" > "\u0041");
console.log("\ufb01" > "😀", "😀" < "😁", "😀a" < "😀b", "é" < "€");
const words = ["pear", "Apple", "äpfel", "fig", "apple", "", "😀", "\uff21", "Zoo"];
words.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
console.log(words.join("|"));
function least(list: string[]): string {
  let best = list[0];
  for (const word of list) if (word < best) best = word;
  return best;
}
console.log(least(["m", "k", "l"]), least(["\ufffd", "😀"]) === "😀");
