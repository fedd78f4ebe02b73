// Map.get gives undefined for a missing key; a stored 0 or "" is not missing.
const stock = new Map<string, number>([
  ["apple", 3],
  ["pear", 0],
]);
for (const fruit of ["apple", "pear", "plum"]) {
  const n = stock.get(fruit);
  console.log(fruit, n, n === undefined, n ?? -1, stock.has(fruit));
  if (n) console.log("in stock");
  if (n !== undefined) stock.set(fruit, n + 1);
}
console.log(stock.get("apple"), stock.get("pear"), stock.get("plum"));
const names = new Map<number, string>();
names.set(1, "");
names.set(2, "two");
console.log(names.get(1) === "", names.get(3) ?? "absent", names.get(2)?.length, names.get(3)?.length);
const groups = new Map<string, string[]>();
for (const word of ["ant", "bee", "auk", "cow", "boa"]) {
  const initial = word.charAt(0);
  let group = groups.get(initial);
  if (group === undefined) {
    group = [];
    groups.set(initial, group);
  }
  group.push(word);
}
for (const [initial, group] of groups) console.log(initial, group.join());
