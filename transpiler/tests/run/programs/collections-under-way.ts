// Arrays, maps and sets that change while they are walked, callbacks of fewer parameters, enums, JSON both ways.
const items: string[] = [];
for (let i = 0; i < 3; i++) {
  items.push("n" + i);
  if (items.length > 5) break;
}
for (let i = 0; i < items.length; i++) {
  if (i < 2) items.push("x" + i);
}
console.log(items.join(), items.length);
let n = 5;
for (let i = 0; i < n; i++) {
  if (i === 1) n = 3;
  items.push("" + i);
}
console.log(items.length);
const arr = [1, 2, 3, 4];
for (const v of arr) {
  if (v === 2) arr.push(5);
  if (v === 4) arr.shift();
}
console.log(arr.join());
const r = arr.map((v, i) => (v * 2 + i) % 50).filter((v) => v % 2 === 0);
console.log(
  r.join(),
  arr.some((v) => v > 4),
  arr.every((v) => v > 2),
  arr.find((v) => v > 3),
  arr.findIndex((v) => v > 99),
);
arr.forEach((v, i) => {
  if (i === 0) arr[1] = 100;
  console.log(v);
});
const grid: number[][] = [];
for (let y = 0; y < 2; y++) {
  const row: number[] = [];
  for (let xx = 0; xx < 3; xx++) row.push(y * 3 + xx);
  grid.push(row);
}
console.log(grid.map((q) => q.join(" ")).join("/"));
const memo = new Map<number, number>();
function fib(k: int<0, 60>): number {
  const got = memo.get(k);
  if (got !== undefined) return got;
  let p = 0;
  let q = 1;
  for (let i = 0; i < k; i++) {
    const t = (p + q) % 1000007;
    p = q;
    q = t;
  }
  memo.set(k, p);
  return p;
}
console.log(fib(10), fib(30), memo.size);
const cb = (f: (a: number, b: string) => string): string => f(1, "b");
console.log(
  cb(() => "none"),
  cb((a) => `${a}`),
  cb((a, b) => a + b),
);
interface Node2 {
  value: number;
  next: Node2 | null;
}
let list: Node2 | null = null;
for (let i = 0; i < 3; i++) list = { value: i, next: list };
let walk = list;
let out = "";
while (walk !== null) {
  out += walk.value;
  walk = walk.next;
}
console.log(out, list !== null);
const enumLike = { A: "a", B: "b" } as const;
type E = (typeof enumLike)[keyof typeof enumLike];
const pick = (n: number): E => (n > 0 ? enumLike.A : enumLike.B);
const e: E = pick(0);
switch (e) {
  case "a":
    console.log("A");
    break;
  case "b":
    console.log("B");
    break;
}
enum Color {
  Red,
  Green = 5,
  Blue,
}
const col: Color = Color.Blue;
console.log(col, Color.Red, col === Color.Blue);
const sets = new Set(["b", "a", "b"]);
sets.add("c");
for (const s of sets) {
  if (s === "a") sets.delete("c");
}
console.log([...sets].join(), sets.has("c"));
console.log(
  [3, 1, 2].sort((a, b) => b - a).join(),
  ["x", "y"].concat(["z"]).reverse().join(""),
  [1, 2, 3].slice(-2, -1).join(),
  [0, 1].indexOf(1),
  [1, 2, 3].fill(7).join(),
);
console.log(
  JSON.stringify({ t: true, n: null, s: "é\u2028\u0007", arr: [[], [1]] }),
  JSON.stringify("x"),
  JSON.stringify([null, "a"]),
);
const parsed = JSON.parse('{"a":[1,{"b":"c"}],"d":false}');
if (parsed !== null && typeof parsed === "object" && !Array.isArray(parsed)) {
  const a = parsed["a"];
  if (Array.isArray(a)) console.log(a.length, JSON.stringify(a));
  console.log(Object.keys(parsed).join());
}
