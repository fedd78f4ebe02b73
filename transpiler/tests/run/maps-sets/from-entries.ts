// Maps and Sets from arrays, from each other, from entries and from texts.
const map = new Map([
  ["a", 1],
  ["b", 2],
  ["a", 3],
]);
console.log(map.size, map.get("a"), [...map.keys()].join());
const copy = new Map(map);
copy.set("c", 9);
console.log(map.size, copy.size, [...new Map(copy.entries())].length);
console.log([...new Set("hello")].join(""), new Set([1, 1, 2]).size, new Set(new Set(["x"])).has("x"));
console.log(
  [...new Set(map.keys())].join(),
  [...new Set(map.values())].join(),
  new Set<number>().size,
  new Map<string, string>().size,
);
const swapped = new Map([...map].map(([key, value]) => [value, key] as const));
console.log(swapped.get(2), swapped.get(3));
const byId = new Map(
  [
    { id: 7, name: "x" },
    { id: 8, name: "y" },
  ].map((item) => [item.id, item] as const),
);
console.log(byId.get(8)?.name, byId.get(9)?.name ?? "none");
const positions = new Map(["p", "q"].entries());
console.log(positions.get(1), [...positions].map(([i, name]) => `${i}${name}`).join());
const union = new Set([...new Set([1, 2]), ...new Set([2, 3])]);
const both = [...new Set([1, 2])].filter((x) => new Set([2, 3]).has(x));
console.log([...union].join(), both.join());
