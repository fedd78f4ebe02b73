// Casts in odd places: of arrays, tuples, keys, functions, literals.
class A {
  kind = "a";
}
class B extends A {
  only = 1;
}
const list: A[] = [new A(), new B()];
const bs = list.filter((x) => x instanceof B) as B[];
console.log(bs.length, bs.map((b) => b.only).join());
const rec: Record<string, number | string> = { n: 1, s: "t" };
const s = rec.s as string;
console.log(s.length, typeof (rec.n as number));
const f = (x: unknown): string => {
  const r = x as string | number;
  return typeof r === "string" ? r : `n${r & 7}`;
};
console.log(f("a"), f(3));
const arr: unknown = [1, 2];
console.log((arr as unknown[]).length, Array.isArray(arr) && (arr as unknown[]).includes(2));
const fn = ((x: number) => x & 3) as (x: number) => number;
console.log(fn(7));
let count = 0;
const next = (): number | undefined => (count++ < 1 ? count : undefined);
const got = next() as number;
console.log(got & 3, count);
const t = [1, "a"] as [number, string];
console.log(t[1].length, (t as readonly [number, string])[0] & 1);
const lit = { kind: "x" as const, n: 1 as number };
console.log(lit.kind, (lit as { kind: string }).kind);
for (const k in { p: 1, q: 2 } as Record<string, number>) console.log(k as "p" | "q");
const e = <T>(x: T | null): T => {
  if (x === null) throw new Error("none");
  return x as T;
};
console.log(e(5) & 7, e("z"));
const set = new Set(["a"]) as ReadonlySet<string>;
console.log(set.has("a"));
export {};
