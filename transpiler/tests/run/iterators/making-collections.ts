// Map, Set and Array made of any iterable, and iterables that are made of each other.
const pairs: [string, number][] = [
  ["a", 1],
  ["b", 2],
  ["a", 3],
];
const m = new Map(pairs);
const copy = new Map(m);
copy.set("c", 9);
console.log([...m].join("|"), [...copy.keys()].join(), m.size, new Map([...m].filter(([, v]) => v > 2)).size);
const inverted = new Map([...m].map(([k, v]): [number, string] => [v, k]));
console.log(inverted.get(3), inverted.get(1) ?? "overwritten");
const s = new Set([..."banana"]);
const fromKeys = new Set(m.keys());
const fromSet = new Set(s);
fromSet.delete("b");
console.log([...s].join(""), [...fromKeys].join(""), [...fromSet].join(""), s.has("b"));
console.log(Array.from("añ😀").join("-"), Array.from(m.values()).join(), Array.from(s, (c) => c.charCodeAt(0)).join());
console.log(
  Array.from({ length: 3 }, (_, i) => String.fromCharCode(97 + i)).join(""),
  Array.from([3, 1], (x, i) => x * 10 + i).join(),
);
const object: Record<string, number> = Object.fromEntries(copy);
console.log(
  JSON.stringify(object),
  JSON.stringify(Object.fromEntries([["k", [1]]])),
  new Map(Object.entries(object)).get("c"),
);
const union = new Set([...s, ...fromKeys, "z"]);
const both = [...s].filter((c) => fromKeys.has(c));
console.log([...union].sort().join(""), both.join(""));
