// What is added during a walk is visited, what is deleted before its turn is not; arrays are re-measured at every step.
const m = new Map([
  ["a", 1],
  ["b", 2],
]);
for (const k of m.keys()) if (m.size < 6) m.set(k + k, 1);
console.log([...m.keys()].join());
const s = new Set([1, 2, 3]);
const visited: number[] = [];
for (const x of s) {
  visited.push(x);
  s.delete(x + 1);
  if (x < 4) s.add(x + 10);
  if (x === 1) {
    s.delete(1);
    s.add(1);
  }
  if (visited.length > 8) break;
}
console.log(visited.join(), [...s].join());
const xs = [1, 2, 3];
for (const x of xs) if (xs.length < 6) xs.push(x + 10);
console.log(xs.join());
const ys = [1, 2, 3, 4, 5];
const met: number[] = [];
for (const y of ys) {
  met.push(y);
  if (y % 2 === 1) ys.splice(ys.indexOf(y), 1);
}
console.log(met.join(), ys.join());
const zs = ["a", "b"];
zs.forEach((z) => zs.length < 4 && zs.push(z + "!"));
console.log(zs.join(), zs.length);
const cleared = new Map([
  [1, "x"],
  [2, "y"],
  [3, "z"],
]);
for (const [k, v] of cleared) {
  console.log(k, v);
  if (k === 2) cleared.clear();
}
