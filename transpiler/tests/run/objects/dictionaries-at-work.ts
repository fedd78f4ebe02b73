// Dictionaries by computed keys: nested, counted, grouped, inverted, with keys of all kinds of texts.
type Dict<T> = Record<string, T>;
const text = "it was the best of times it was the worst of times";
const counts: Dict<number> = {};
for (const word of text.split(" ")) counts[word] = (counts[word] ?? 0) + 1;
console.log(JSON.stringify(counts));
const byLength: Dict<string[]> = {};
for (const word of Object.keys(counts)) (byLength[`len${word.length}`] ??= []).push(word);
for (const key in byLength) console.log(key, byLength[key].join());
const table: Dict<Dict<number>> = {};
for (const [row, column, value] of [
  ["a", "x", 1],
  ["b", "x", 2],
  ["a", "y", 3],
] as [string, string, number][]) {
  table[row] ??= {};
  table[row][column] = value;
}
console.log(JSON.stringify(table), table.a.y, table.b.y ?? "none", table.c?.x ?? "no row");
const inverted: Dict<string> = {};
for (const [k, v] of Object.entries({ one: "1st", two: "2nd" })) inverted[v] = k;
console.log(inverted["2nd"], Object.keys(inverted).join());
const odd: Dict<number> = { "": 1, " ": 2, "a.b": 3, ключ: 4, "😀": 5, length: 6, 'a"b': 7 };
console.log(JSON.stringify(odd), odd[""], odd.length, odd["ключ"] + odd["😀"]);
delete odd.length;
odd.length ??= 60;
console.log(Object.keys(odd).length, Object.keys(odd)[6], odd.length);
