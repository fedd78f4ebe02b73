// for-in over an index signature: array indices first; what is deleted meanwhile is left out.
const d: Record<string, number> = { b: 1, "10": 2, a: 3, "2": 4 };
for (const k in d) {
  console.log(k, d[k]);
  if (k === "2") {
    delete d.a;
    d.zz = 5;
  }
}
let key = "";
for (key in d) if (key === "b") break;
console.log(key);
const fs: (() => string)[] = [];
for (const k in d) fs.push(() => k);
console.log(fs.map((f) => f()).join());
outer: for (const k in d) {
  for (const j in d) {
    if (j === "b") continue outer;
    console.log(k, j);
  }
}
