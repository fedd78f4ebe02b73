// What is added during an iteration is seen, what is deleted is not.
const m = new Map<string, number>([
  ["a", 1],
  ["b", 2],
  ["c", 3],
]);
const seen: string[] = [];
for (const [k, v] of m) {
  seen.push(k);
  if (k === "a") m.delete("b");
  if (m.size < 5) m.set(k + k, v);
}
console.log(seen.join(), [...m.keys()].join());
const s = new Set<number>([1]);
let turns = 0;
for (const n of s) {
  turns++;
  s.delete(n);
  if (n < 40) s.add(n + 1);
}
console.log(turns, s.size);
const again = new Set<string>(["x", "y"]);
const order: string[] = [];
for (const x of again) {
  order.push(x);
  if (order.length < 4) {
    again.delete(x);
    again.add(x);
  }
}
console.log(order.join(), [...again].join());
for (const k of m.keys()) if (k.length > 1) m.delete(k);
console.log([...m.keys()].join());
