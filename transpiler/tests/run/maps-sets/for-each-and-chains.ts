// forEach gets value, key and the collection; set and add chain; delete and re-insertion move to the end.
const map = new Map<string, number>().set("one", 1).set("two", 2).set("three", 3);
map.forEach((value, key, whole) => {
  console.log(key, value, whole.size);
});
map.forEach((value) => {
  if (value === 2) map.delete("two");
});
map.set("one", 11).set("two", 22);
console.log([...map].map(([key, value]) => `${key}=${value}`).join());
const set = new Set<number>().add(3).add(1).add(3);
set.forEach((value, again, whole) => {
  console.log(value === again, whole.has(value));
});
set.delete(3);
set.add(3);
console.log(
  [...set].join(),
  set.delete(99),
  set.size,
  [...set.entries()].map(([a, b]) => a + b).join(),
  [...set.keys()].join(),
);
const visited: number[] = [];
set.forEach((value) => {
  visited.push(value);
  if (value < 5) set.add(value + 2);
  set.delete(value);
});
console.log(visited.join(), set.size, [...set].join());
map.clear();
console.log(map.size, map.has("one"), map.get("one") ?? "gone", [...map.values()].length);
