// Counting and grouping, then sorting what was counted.
const text = "to be or not to be that is the question to be";
const counts = new Map<string, number>();
for (const word of text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
const sorted = [...counts].sort((a, b) => b[1] - a[1]);
for (const [word, n] of sorted) if (n > 1) console.log(word, n);
console.log(sorted.length, sorted[0][0]);
const groups = new Map<number, string[]>();
for (const word of counts.keys()) {
  const group = groups.get(word.length) ?? [];
  group.push(word);
  groups.set(word.length, group);
}
for (const [length, words] of groups) console.log(length, words.join());
let most = 0;
for (const n of counts.values()) most = Math.max(most, n);
console.log(most);
