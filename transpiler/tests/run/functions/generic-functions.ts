// Functions with type parameters: one function for many kinds of values.
function first<T>(items: readonly T[]): T | undefined {
  for (const item of items) return item;
  return undefined;
}
console.log(first([5, 6]), first(["a"]), first([true]), first<number>([]));
function swap<A, B>(pair: [A, B]): [B, A] {
  return [pair[1], pair[0]];
}
const [word, n] = swap([1, "one"]);
console.log(word, n);
function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return groups;
}
for (const [k, v] of groupBy([1, 2, 3, 4, 5], (x) => (x % 2 ? "odd" : "even"))) console.log(k, v.join());
for (const [k, v] of groupBy(["ab", "c", "ad"], (s) => s.charAt(0))) console.log(k, v.join());
const last = <T>(items: T[], fallback: T): T => (items.length > 0 ? items[items.length - 1] : fallback);
console.log(last([1, 2], 0), last([], "none"), last([{ id: 3 }], { id: 0 }).id);
