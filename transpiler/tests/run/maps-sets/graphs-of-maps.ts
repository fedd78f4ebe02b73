// Maps of maps and sets of sets' members: two-way maps, multimaps, set algebra, caches by several keys.
class TwoWay {
  private readonly there = new Map<string, number>();
  private readonly back = new Map<number, string>();
  set(key: string, value: number): this {
    const oldValue = this.there.get(key);
    if (oldValue !== undefined) this.back.delete(oldValue);
    const oldKey = this.back.get(value);
    if (oldKey !== undefined) this.there.delete(oldKey);
    this.there.set(key, value);
    this.back.set(value, key);
    return this;
  }
  get size(): number {
    return this.there.size === this.back.size ? this.there.size : -1;
  }
  show(): string {
    return [...this.there].map(([k, v]) => `${k}${v}`).join();
  }
  keyOf = (value: number): string => this.back.get(value) ?? "?";
}
const both = new TwoWay().set("a", 1).set("b", 2).set("a", 3).set("c", 2);
console.log(both.show(), both.size, both.keyOf(1), both.keyOf(2), both.keyOf(3));
const union = (a: Set<number>, b: Set<number>): Set<number> => new Set([...a, ...b]);
const common = (a: Set<number>, b: Set<number>): Set<number> => new Set([...a].filter((x) => b.has(x)));
const minus = (a: Set<number>, b: Set<number>): Set<number> => new Set([...a].filter((x) => !b.has(x)));
const [p, q] = [new Set([3, 1, 2]), new Set([2, 4, 3])];
for (const f of [union, common, minus]) console.log([...f(p, q)].join(), [...f(q, p)].join(), f(p, p).size);
const index = new Map<string, Map<string, Set<number>>>();
const add = (first: string, second: string, n: number): void => {
  let inner = index.get(first);
  if (!inner) index.set(first, (inner = new Map<string, Set<number>>()));
  const set = inner.get(second) ?? new Set<number>();
  inner.set(second, set.add(n));
};
for (const [a, b, n] of [
  ["x", "p", 1],
  ["x", "q", 2],
  ["y", "p", 3],
  ["x", "p", 4],
  ["x", "p", 1],
] as [string, string, number][])
  add(a, b, n);
for (const [a, inner] of index) for (const [b, set] of inner) console.log(a, b, [...set].join());
console.log(
  index.get("x")?.get("p")?.has(4),
  index.get("z")?.size ?? -1,
  index.get("y")?.delete("p"),
  index.get("y")?.size,
);
