// Grouped, counted, indexed: what Maps are for.
const words = ["apple", "avocado", "banana", "blueberry", "cherry", "apricot"];
function groupBy(items: readonly string[], key: (item: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
for (const [letter, group] of groupBy(words, (word) => word.charAt(0))) console.log(letter, group.join());
const lengths = new Map<number, number>();
for (const word of words) lengths.set(word.length, (lengths.get(word.length) ?? 0) + 1);
const sorted = [...lengths].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
console.log(sorted.map(([size, count]) => `${size}x${count}`).join(" "));
const first = new Set<string>();
const repeated = words.filter((word) => {
  const letter = word.charAt(0);
  if (first.has(letter)) return true;
  first.add(letter);
  return false;
});
console.log(repeated.join(), [...first].join(""));
