// What is evaluated when: operands, assignments within expressions, conditions that do something.
let log = "";
const f = (s: string, n: number): number => {
  log += s;
  return n;
};
let k = 1;
const r1 = k + (k = 5) + k;
console.log(r1, k);
const xs = [1, 2, 3];
let p = 0;
xs[p++] = xs[p++] + p;
console.log(xs.join(), p);
const r2 = f("a", 0) || f("b", 2) || f("c", 3);
console.log(r2, log);
const r3 = f("d", 1) && (k = f("e", 0)) && f("g", 1);
console.log(r3, k, log);
let q: number | undefined;
const r4 = q ?? (q = f("h", 9));
console.log(r4, q);
const t = (k > 0 ? f("x", 1) : ((k = 3), f("y", 2))) + k;
console.log(t, log);
function sideEffect(o: { n: number }): number {
  o.n = (o.n + 1) % 50;
  return o.n;
}
const o = { n: 0 };
console.log(o.n + sideEffect(o) + o.n, [o.n, sideEffect(o), o.n].join());
while ((k = (k + 1) % 7) !== 0) {
  if (k === 3) continue;
  log += String.fromCharCode(48 + k);
}
console.log(log, k);
for (let i = 0, j = 10; i < j; i++, j--) {
  if (i === 2) continue;
  log += `${i}${j}`;
}
console.log(log);
const m = new Map<number, string>([
  [1, "a"],
  [2, "b"],
]);
for (const [key, v] of m) {
  if (key < 3) m.set(key + 2, v + "!");
  if (key === 1) m.delete(2);
}
console.log([...m.keys()].join(), [...m.values()].join());
const recs = [
  { a: 2, b: "x" },
  { a: 1, b: "y" },
  { a: 2, b: "z" },
  { a: 1, b: "w" },
];
recs.sort((l, r) => l.a - r.a);
console.log(recs.map((c) => c.b).join(""));
console.log("z" < "é", "\uffff" < "😀", "a" < "B", "abc" < "abcd", "" < "a");
let depth = 0;
const rec = (n: number): number => (n <= 0 ? 0 : (1 + rec(n - 1)) % 1000);
depth = rec(10);
console.log(depth);
