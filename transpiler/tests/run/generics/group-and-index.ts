// Small library functions as everybody writes them: groupBy, keyBy, partition, chunk, unique, zip, range, sumBy.
const groupBy = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return groups;
};
const partition = <T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] => {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
};
const chunk = <T>(items: readonly T[], size: number): T[][] => {
  const chunks: T[][] = [];
  for (let i = 0; i < items.length; i += size) chunks.push(items.slice(i, i + size));
  return chunks;
};
const unique = <T>(items: readonly T[]): T[] => items.filter((item, i) => items.indexOf(item) === i);
const zip = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] => as.slice(0, bs.length).map((a, i) => [a, bs[i]]);
const range = (n: number, from = 0): number[] => [...Array(n).keys()].map((i) => i + from);
const xs = range(7, 1);
for (const [k, v] of groupBy(xs, (x) => x % 3)) console.log(k, v.join());
for (const [k, v] of groupBy(["ab", "c", "ad", ""], (s) => s.charAt(0))) console.log(JSON.stringify(k), v.join("|"));
const [even, odd] = partition(xs, (x) => x % 2 === 0);
console.log(
  even.join(),
  odd.join(),
  chunk(xs, 3)
    .map((c) => c.join(""))
    .join(),
  chunk([], 2).length,
);
console.log(
  unique([3, 1, 3, 2, 1]).join(),
  unique(["b", "a", "b"]).join(),
  zip(xs, ["a", "b"])
    .map(([n, t]) => `${t}${n}`)
    .join(),
);
const sumBy = <T>(items: readonly T[], f: (item: T) => number): number => items.reduce((sum, item) => sum + f(item), 0);
console.log(
  sumBy(["a", "bcd"], (s) => s.length),
  sumBy([] as string[], () => 1),
  range(0).length,
);
