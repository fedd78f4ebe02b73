// The iterators of arrays, maps, sets and texts, walked in parallel and partly.
const letters = ["a", "b", "c"];
for (const [i, letter] of letters.entries()) console.log(i, letter);
console.log([...letters.keys()].join(), [...letters.values()].join(), [...letters.entries()].length);
const m = new Map<string, number>([
  ["x", 1],
  ["y", 2],
]);
console.log(
  [...m].map(([k, v]) => k + v).join(),
  [...m.keys()].join(),
  [...m.values()].join(),
  [...m.entries()].length,
);
const it = m.values();
console.log(it.next().value, it.next().value, it.next().done, it.next().value);
const units = "a😀"[Symbol.iterator]();
for (let r = units.next(); !r.done; r = units.next()) console.log(r.value, r.value.length);
const two = letters[Symbol.iterator]();
two.next();
console.log([...two].join(), [...two].length);
const keys = m.keys();
for (const k of keys) if (k === "x") break;
console.log(keys.next().value ?? "ended");
m.set("z", 3);
console.log([...keys].join());
const s = new Set("hello");
console.log([...s.values()].join(""), [...s.keys()].join(""), [...s.entries()].map(([a, b]) => a + b).join());
