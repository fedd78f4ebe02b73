// Entries deleted before their turn are not seen, added ones are, deleted and added again come at the end.
const map = new Map([
  ["a", 1],
  ["b", 2],
  ["c", 3],
  ["d", 4],
]);
const seen: string[] = [];
for (const [key, value] of map) {
  seen.push(`${key}${value}`);
  if (key === "a") map.delete("b");
  if (key === "c") {
    map.delete("a");
    map.set("a", 10);
  }
  if (key === "d" && map.size < 6) map.set("e", 5);
}
console.log(seen.join(), [...map.keys()].join());
const set = new Set([1, 2, 3]);
const order: number[] = [];
for (const x of set) {
  order.push(x);
  if (x < 3) {
    set.delete(x);
    set.add(x + 10);
  }
}
console.log(order.join(), [...set].join());
for (const x of set) set.delete(x);
console.log(set.size);
const counts = new Map<number, number>();
for (let i = 0; i < 50; i++) counts.set(i % 7, (counts.get(i % 7) ?? 0) + 1);
for (const key of counts.keys()) if (key % 2 === 1) counts.delete(key);
console.log([...counts].map(([key, n]) => `${key}:${n}`).join(" "));
for (const key of [...counts.keys()]) counts.delete(key);
console.log(counts.size);
