// substring swaps its bounds and takes what is negative for 0.
const text = "abcdef";
console.log(text.substring(1, 4), text.substring(4, 1), text.substring(3), text.substring(6));
console.log(
  `[${text.substring(-2, 2)}] [${text.substring(2, -2)}] [${text.substring(2, 2)}] [${text.substring(99, 3)}]`,
);
const emoji = "1😀2😀";
console.log(emoji.substring(0, 1), emoji.substring(3, 1), emoji.substring(3), emoji.substring(99, 4));
function cut(s: string, from: number, to: number): string {
  return s.substring(from, to);
}
for (let i = -1; i < 8; i += 3) console.log(i, `[${cut(text, i, 3)}]`, `[${cut(text, 3, i)}]`);
