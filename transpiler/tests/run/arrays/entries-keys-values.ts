// entries, keys and values in loops and spreads, also while the array grows.
const names = ["ann", "bob", "cy"];
for (const [i, name] of names.entries()) console.log(i, name);
for (const i of names.keys()) console.log(i * 2);
for (const name of names.values()) console.log(name.length);
console.log([...names.keys()].join(), [...names.entries()].map(([i, name]) => `${i}${name}`).join());
const growing = [1, 2];
for (const [i, x] of growing.entries()) {
  if (growing.length < 5) growing.push((x * 10 + i) % 1000);
}
console.log(growing.join());
for (const i of growing.keys()) if (growing.length < 7) growing.push(i);
console.log(growing.join());
const shrinking = ["a", "b", "c", "d"];
for (const letter of shrinking.values()) {
  shrinking.pop();
  console.log(letter, shrinking.length);
}
const index = new Map(names.entries());
console.log(index.get(1), index.size);
