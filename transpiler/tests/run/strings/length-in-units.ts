// length counts UTF-16 units; iteration goes by characters.
const texts = ["", "abc", "é€", "😀", "a😀b", "👨‍👩‍👧", "e\u0301", "𝄞𝄞"];
for (const text of texts) {
  let characters = 0;
  for (const _ of text) characters++;
  console.log(text, text.length, characters);
}
const grown = ["😀", "x", "😀"].join("");
console.log(grown.length, [...grown].length, (grown + "é").length);
let total = 0;
for (const text of texts) total += text.length;
console.log(total);
