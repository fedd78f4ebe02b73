// The small functions that every program has.
function last<T>(items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : items[items.length - 1];
}
function chunk<T>(items: readonly T[], size: number): T[][] {
  const out: T[][] = [];
  for (let i = 0; i < items.length; i += size) out.push(items.slice(i, i + size));
  return out;
}
function zip<A, B>(a: readonly A[], b: readonly B[]): [A, B][] {
  const out: [A, B][] = [];
  for (let i = 0; i < a.length && i < b.length; i++) out.push([a[i] as A, b[i] as B]);
  return out;
}
function unique<T>(items: readonly T[]): T[] {
  const seen: T[] = [];
  for (const item of items) if (!seen.includes(item)) seen.push(item);
  return seen;
}
function partition<T>(items: readonly T[], test: (item: T) => boolean): { yes: T[]; no: T[] } {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return { yes, no };
}
function countBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) {
    const k = key(item);
    counts.set(k, (counts.get(k) ?? 0) + 1);
  }
  return counts;
}
console.log(last([1, 2, 3]), last(["x"]), last([]) === undefined, last([true, false]));
for (const part of chunk([1, 2, 3, 4, 5], 2)) console.log(part.join());
for (const part of chunk(["a", "b", "c"], 2)) console.log(part.join());
for (const [n, s] of zip([1, 2, 3], ["one", "two"])) console.log(n + 1, s.length);
console.log(unique([3, 1, 3, 2, 1]).join(), unique(["b", "a", "b"]).join(), unique([true, true]).length);
const shared = { id: 1 };
console.log(unique([shared, { id: 1 }, shared]).length);
const big = 1_073_741_824;
console.log(unique([big, big, big + 1]).join());
const { yes, no } = partition([1, 2, 3, 4, 5, 6], (n) => n % 3 === 0);
console.log(yes.join(), no.join());
console.log(partition(["ab", "c"], (s) => s.length > 1).yes.join());
for (const [k, v] of countBy(["ab", "cd", "e"], (s) => s.length)) console.log(k, v);
for (const [k, v] of countBy([1, 2, 3], (n) => (n > 1 ? "many" : "one"))) console.log(k, v);
