// Classes, optional values, tuples, maps and rest parameters of floats.
const f = Math.fround;
for (let x: float = 0; x < 1; x = f(x + 0.25)) console.log(x.toFixed(2));
for (let x: float = 3; x > 0; x = f(x - 1)) console.log(x.toFixed(2));
class Box<T> {
  constructor(public value: T) {}
  map<U>(g: (t: T) => U): Box<U> {
    return new Box(g(this.value));
  }
  get(): T {
    return this.value;
  }
}
const bf = new Box<float>(0.5);
const bn = new Box(3);
console.log(
  bf
    .map((x): float => f(x * 3))
    .get()
    .toFixed(2),
  bn.map((n) => `${n}`).get(),
  bf.map((x) => Math.round(x)).get(),
  bn.get(),
);
const pick = <T>(c: boolean, a: T, b: T): T => (c ? a : b);
console.log(pick(true, f(0.1), f(0.2)).toFixed(2), pick(false, 1, 2), pick(true, "a", "b"));
interface Opt {
  v?: float;
  w: float | null;
}
const os: Opt[] = [{ v: 1.5, w: null }, { w: 2 }, { v: 0, w: 0.25 }];
for (const o of os)
  console.log(
    o.v?.toFixed(1),
    o.w?.toFixed(2) ?? "null",
    (o.v ?? 7).toFixed(1),
    o.w === null,
    o.v === undefined,
    o.v ? "t" : "f",
  );
const stack: float[] = [];
stack.push(1, 2.5, f(0.1));
let top = stack.pop();
while (top !== undefined) {
  console.log(top.toFixed(3));
  top = stack.pop();
}
const matrix: float[][] = [
  [1, 0.5],
  [0.25, 2],
];
const mul = (m: float[][], v: readonly float[]): float[] =>
  m.map((row) => row.reduce((s, x, i) => f(s + f(x * (v[i] ?? 0))), 0 as float));
console.log(
  mul(matrix, [2, 4])
    .map((x) => x.toFixed(2))
    .join(),
);
const table = { a: 0.5 as float, b: f(0.1) };
console.log(
  Object.values(table)
    .map((x) => x.toFixed(1))
    .join(),
  Object.entries(table)
    .map(([k, v]) => `${k}${v.toFixed(2)}`)
    .join(),
);
const counter = () => {
  let t: float = 0;
  return {
    add(x: float) {
      t = f(t + x);
    },
    get total(): float {
      return t;
    },
  };
};
const c = counter();
c.add(1.5);
c.add(f(0.1));
console.log(c.total.toFixed(4));
const [p, q = 9, ...r]: float[] = [1, 2, 3.5, 4];
console.log(p?.toFixed(1), q.toFixed(1), r.map((x) => x.toFixed(1)).join());
let z: float = 0;
z ||= 5;
z &&= f(z / 2);
console.log(z.toFixed(2));
let zz: float | null = null;
zz ??= 1.25;
console.log(zz.toFixed(2));
let a: float = 1,
  b: float = 2;
[a, b] = [b, a];
console.log(a.toFixed(0), b.toFixed(0));
const t = (x: float, ...more: float[]): float => more.reduce((s, y) => f(s + y), x);
console.log(t(1).toFixed(1), t(1, 2.5, f(0.1)).toFixed(1), t(...([0.5, 0.25] as [float, float])).toFixed(2));
try {
  const w: float = 1;
  console.log(f(w / 3).toFixed(3));
} finally {
  console.log("done");
}
console.log([...new Map<string, float>([["k", 0.5]]).entries()].map(([k, v]) => k + v.toFixed(1)).join());
console.log((2.5).toFixed(1), (-0.5).toFixed(2), (7).toFixed(1), 1.5 > 1, Math.floor(2.5), Math.round(-2.5));
console.log(
  [3, 1, 2]
    .map((n) => f(n / 4))
    .map((x) => x.toFixed(2))
    .join(),
  [1.5, 2.5, 0.5].length,
);
label: for (const x of [0.5, 1.5] as float[]) {
  for (const y of [1, 2] as float[]) {
    if (x > y) continue label;
    console.log(x.toFixed(1), y.toFixed(0));
  }
}
const held = bf.value;
console.log(typeof f(1), typeof held, f(5) === 5, f(5) !== 5, !f(0), !!f(1));
