// replaceAll replaces every place, from left to right, not again in what it put in.
console.log("aXbXc".replaceAll("X", "-"), "aaa".replaceAll("a", "aa"), "aaaa".replaceAll("aa", "b"));
console.log("abc".replaceAll("x", "y"), "abc".replaceAll("b", ""), "".replaceAll("a", "b"));
console.log("a.b.c".replaceAll(".", "\\."), 'say "hi"'.replaceAll('"', '\\"'), "😀x😀".replaceAll("😀", ":)"));
console.log("line\nline\n".replaceAll("\n", "\\n"), "tab\there".replaceAll("\t", "    "));
console.log("cost".replaceAll("cost", "$5"), "a-b".replaceAll("-", "$$"), "a-b".replaceAll("-", "[$&]"));
const escapes: [string, string][] = [
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
];
let html = "if (a < b && b > c)";
for (const [plain, escaped] of escapes) html = html.replaceAll(plain, escaped);
console.log(html);
