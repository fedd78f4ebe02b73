// indexOf, lastIndexOf and includes give positions in units; the empty text is found everywhere.
const line = "one two one two";
console.log(line.indexOf("two"), line.indexOf("two", 5), line.indexOf("two", 13), line.indexOf("three"));
console.log(line.lastIndexOf("one"), line.lastIndexOf("zero"), line.includes("o t"), line.includes("T"));
console.log("abc".indexOf(""), "abc".indexOf("", 2), "abc".indexOf("", 9), "abc".lastIndexOf(""), "".indexOf("a"));
console.log("abc".indexOf("a", -5), "abc".indexOf("c", 2), "abc".indexOf("a", 1));
const emoji = "x😀y😀z";
console.log(
  emoji.indexOf("y"),
  emoji.indexOf("😀"),
  emoji.indexOf("😀", 2),
  emoji.lastIndexOf("😀"),
  emoji.indexOf("z"),
);
const found: number[] = [];
for (let at = line.indexOf("o"); at >= 0; at = line.indexOf("o", at + 1)) found.push(at);
console.log(found.join());
