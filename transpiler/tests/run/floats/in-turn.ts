// Order of evaluation, generators, promises, accessors and loops around floats.
const f = Math.fround;
const xs: float[] = [0.5, 1.5, -2];
// evaluation order with side effects in float operands
let log = "";
const t = (s: string, x: float): float => {
  log += s;
  return x;
};
console.log(
  f(t("a", 1) + t("b", 2)).toFixed(1),
  f(t("c", 3) / t("d", 4)).toFixed(2),
  f(Math.sqrt(t("e", 4))).toFixed(1),
  log,
);
// operands that need statements before
let i = 0;
const next = (): float => {
  i++;
  return f(i);
};
console.log(f(next() - f(next() * next())).toFixed(1), f(f((i += 2)) / 3).toFixed(3), i);
console.log(f((xs[i++ - 5] ?? 0) + (xs[i - 6] ?? 0.25)).toFixed(2), i);
// in try/finally, generators, async
function* g(x: float): Generator<float, float, float> {
  const y = yield f(x * 2);
  const z = yield f(y + 1);
  return f(z / 4);
}
const it = g(1.5);
console.log(it.next().value.toFixed(1), it.next(10).value.toFixed(1), it.next(3).value.toFixed(2));
const run = async (): Promise<float> => {
  let s: float = 0;
  for (const x of xs) {
    await null;
    s = f(s + x);
  }
  try {
    return s;
  } finally {
    s = 100;
  }
};
void run().then((x) => console.log(x.toFixed(1)));
// setters, getters, static, private
class T {
  static #n: float = 0.5;
  #v: float = 1;
  get v(): float {
    return this.#v;
  }
  set v(x: float) {
    this.#v = f(x + T.#n);
  }
  static bump(): float {
    T.#n = f(T.#n * 2);
    return T.#n;
  }
}
const o = new T();
o.v = 2;
o.v = f(o.v + 1);
console.log(o.v.toFixed(2), T.bump().toFixed(1));
// Map with object keys, sets of objects holding floats, nested
const m = new Map<string, { v: float }[]>([["a", [{ v: 0.25 }]]]);
m.get("a")?.push({ v: f(0.1) });
console.log([...(m.get("a") ?? [])].map(({ v }) => v.toFixed(2)).join());
const nested: Record<string, float[]> = { p: [1], q: [] };
nested.q?.push(2.5);
nested["r"] = [f(1 / 3)];
for (const k in nested) console.log(k, (nested[k] ?? []).map((x) => x.toFixed(3)).join());
const union: float | string | null = xs.length > 2 ? 0.5 : "none";
console.log(typeof union === "number" ? union.toFixed(1) : union);
const fns: ((x: float) => float)[] = [(x) => f(x * 2), (x) => f(x + 1)];
console.log(
  fns
    .slice(0, 2)
    .reduce((x, h) => h(x), 3 as float)
    .toFixed(1),
);
const partial =
  (a: float) =>
  (b: float): float =>
    f(a * b);
console.log([1, 2, 0.5].length, partial(2)(1.25).toFixed(2), (() => f(1 / 3))().toFixed(4));
console.log(
  xs.find((x) => x < 0)?.toFixed(1),
  xs.at(-1)?.toFixed(1),
  xs
    .slice(1)
    .concat([9, 0.5], 3)
    .map((x) => x.toFixed(1))
    .join(" "),
);
xs.length = 1;
console.log(xs.length, xs.pop()?.toFixed(1), xs.shift() === undefined);
outer: for (let a: float = 0; ; a = f(a + 0.5)) {
  for (let b: float = 0; b < 2; b = f(b + 1)) {
    if (f(a * b) > 1) break outer;
  }
}
do {
  i--;
} while (f(i) > 2.5);
console.log(i);
const enumLike = { LOW: 0.25, HIGH: 0.75 } as const;
console.log(f(enumLike.LOW + enumLike.HIGH) === 1, enumLike.LOW < enumLike.HIGH);
