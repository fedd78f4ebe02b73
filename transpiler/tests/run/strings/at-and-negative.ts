// at counts from the end too; outside it is undefined. Units, not characters.
const word = "hello";
console.log(word.at(0), word.at(-1), word.at(4), word.at(5), word.at(-6), "".at(0));
for (let i = -6; i <= 6; i++) console.log(i, word.at(i) ?? "none");
const mixed = "é€ab";
console.log(mixed.at(-4), mixed.at(1), mixed.at(-1), mixed.at(9) ?? "-");
const emoji = "a😀b";
console.log(emoji.at(0), emoji.at(-1), emoji.at(3));
function last(text: string): string | undefined {
  return text.at(-1);
}
console.log(last("xyz"), last(""));
console.log(word.charAt(), word.charAt(1), word.charAt(-1) === "", word.charCodeAt(), word.codePointAt(1));
