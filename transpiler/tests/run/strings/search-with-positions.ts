// lastIndexOf, includes, startsWith and endsWith with a position, inside and outside the text.
const line = "abcabcabc";
console.log(
  line.lastIndexOf("abc"),
  line.lastIndexOf("abc", 5),
  line.lastIndexOf("abc", 2),
  line.lastIndexOf("abc", -3),
);
console.log(line.lastIndexOf("c", 1), line.lastIndexOf("a", 0), line.lastIndexOf("b", 0), line.lastIndexOf("", 4));
console.log(line.lastIndexOf("", 99), line.lastIndexOf("abc", 99), "".lastIndexOf(""), "".lastIndexOf("", 3));
console.log(line.includes("abc", 6), line.includes("abc", 7), line.includes("", 99), line.includes("c", -4));
console.log(line.startsWith("abc", 3), line.startsWith("bca", 1), line.startsWith("", 99), line.startsWith("abc", -1));
console.log(line.endsWith("abc", 6), line.endsWith("abc", 5), line.endsWith("", 0), line.endsWith("abc", 99));
console.log(line.endsWith("a", 1), line.endsWith("a", -1), line.endsWith("abcabc", 3));
const emoji = "😀ab😀ab";
console.log(emoji.lastIndexOf("ab", 4), emoji.includes("ab", 4), emoji.includes("😀", 1), emoji.startsWith("a", 2));
console.log(emoji.endsWith("😀", 2), emoji.endsWith("b", 4), emoji.startsWith("😀", 4), emoji.lastIndexOf("😀", 3));
for (let at = 0; at <= 9; at++)
  console.log(at, line.startsWith("ca", at), line.endsWith("ca", at), line.indexOf("ca", at));
