// Iterators of arrays, texts, Map and Set as values: walked by hand, shared between loops, changed under way.
const letters = ["a", "b", "c", "d"];
const it = letters[Symbol.iterator]();
console.log(it.next().value, it.next().done);
for (const letter of it) {
  console.log(letter);
  break;
}
letters.push("e");
console.log([...it].join(), it.next().done);

const scores = new Map([
  ["x", 1],
  ["y", 2],
]);
const values = scores.values();
console.log(values.next().value);
scores.set("z", 3);
scores.delete("y");
console.log([...values].join());
const keys = scores.keys();
for (const key of keys) if (key === "x") break;
console.log(keys.next().value ?? "none", keys.next().value ?? "none");
const pairs = scores[Symbol.iterator]();
const { value } = pairs.next();
console.log(value?.[0], value?.[1]);

const units = "a😀b"[Symbol.iterator]();
for (let step = units.next(); !step.done; step = units.next()) console.log(step.value, step.value.length);
const bytes = new Uint8Array([3, 4])[Symbol.iterator]();
console.log((bytes.next().value ?? 0) + (bytes.next().value ?? 0), bytes.next().done);

function interleave(first: Iterable<string>, second: Iterable<string>): string {
  const [left, right] = [first[Symbol.iterator](), second[Symbol.iterator]()];
  let text = "";
  while (true) {
    const a = left.next();
    const b = right.next();
    if (a.done && b.done) return text;
    text += `${a.done ? "-" : a.value}${b.done ? "-" : b.value}`;
  }
}
console.log(interleave("abc", ["1", "2"]), interleave(new Set(["x"]), "yz"));
