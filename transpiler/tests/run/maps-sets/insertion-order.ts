// A Map keeps the order in which its keys first came.
const m = new Map<string, number>();
for (const k of ["zoe", "adam", "mia", "bob", "yan"]) m.set(k, k.length);
m.set("adam", 99);
m.delete("mia");
m.set("mia", 1);
for (const [k, v] of m) console.log(k, v);
console.log([...m.keys()].join(), [...m.values()].join(), m.size);
m.clear();
m.set("new", 5).set("newer", 6);
for (const [k, v] of m.entries()) console.log(k, v);
const numbers = new Map<number, string>([
  [10, "ten"],
  [2, "two"],
  [10, "TEN"],
]);
console.log(numbers.size, [...numbers.keys()].join(), numbers.get(10));
