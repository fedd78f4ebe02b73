// replace takes the first only; the replacement may be a function.
console.log("aXbXc".replace("X", "-"), "abc".replace("x", "-"), "".replace("", "y"), "abc".replace("", ">"));
console.log("aaa".replace("a", ""), "aaa".replace("aa", "b"), "a.b.c".replace(".", "::"));
console.log(
  "price".replace("price", "$$5"),
  "abc".replace("b", "[$&]"),
  "abc".replace("b", "<$`|$'>"),
  "abc".replace("b", "$1"),
);
const seen: string[] = [];
const text = "one two one".replace("one", (match, at, whole) => {
  seen.push(`${match}@${at} of ${whole.length}`);
  return match.toUpperCase();
});
console.log(text, seen.join(";"));
console.log("one two one".replaceAll("one", (match, at) => `${match.length}:${at}`));
console.log(
  "none".replace("x", () => "never"),
  "none".replaceAll("x", () => "never"),
);
let count = 0;
console.log(
  "a-b-c".replaceAll("-", () => {
    count++;
    return String(count);
  }),
  count,
);
console.log(
  "x$y".replace("$", "€"),
  "x$y".replaceAll("$", "$$"),
  "😀a😀".replace("😀", "b"),
  "😀a😀".replaceAll("😀", "b"),
);
console.log("é😀é".replaceAll("é", (match, at) => `${match}${at}`));
const shout = (word: string) => word.toUpperCase();
console.log("abcabc".replaceAll("b", shout), "abcabc".replace("c", shout));
console.log("cost".replace("cost", () => "$&$1"));
