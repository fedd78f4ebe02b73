// Elements that may be missing, where the program asks: ??, a test, a comparison with a text.
const v = JSON.parse('{"a":null}');
if (v !== null && typeof v === "object" && !Array.isArray(v)) {
  console.log(v.a === null);
}
const d: Record<string, number> = { a: 1 };
console.log(d.b === 0, d.a);
if (!d.c) d.c = 5;
d.c++;
console.log(d.c, d.zz ?? 7, d.zz || 8);
const xs = [1, 2];

console.log(xs[7] ?? 9, xs[-1] ?? 8, xs[0] ?? 7, xs[5] === undefined);
const text = "ab ";
let i = 0;
while (text[i] !== " ") i++;
while (text[i] === " ") i++;
console.log(i, text[i] ? "more" : "end", text[0] ? "first" : "none");
const words: Record<string, string[]> = {};
for (const word of ["one", "two", "six", "seven"]) {
  if (!words[word.length]) words[word.length] = [];
  words[word.length].push(word);
}
console.log(words["3"]?.join(), words["9"]?.join() ?? "none", words["5"]?.length);
const counts: Record<string, number> = {};
for (const word of ["a", "b", "a"]) counts[word] = (counts[word] || 0) + 1;
counts.c ??= 7;
counts.c ??= 8;
console.log(counts.a, counts.b, counts.c, counts.d === undefined, typeof counts.e === "number");
const json = JSON.parse('{"a":null,"n":5}');
if (json !== null && typeof json === "object" && !Array.isArray(json)) {
  console.log(json.a === undefined, json.b === undefined, json.b !== undefined);
  console.log(typeof json.n === "number", typeof json.zz === "number");
}
const squares: Record<string, number> = { [2]: 4 };
for (let k = 3; k < 6; k++) squares[k] = k * k;
console.log(squares[2], squares["4"], 5 in squares, 6 in squares, delete squares[5], 5 in squares);
const any = (text: string): string => text;
if (json !== null && typeof json === "object" && !Array.isArray(json)) {
  console.log(json[any("a")] === undefined, json[any("b")] === undefined, json[any("n")] !== undefined);
}
