// Comparators that are put together: by key, then by another, reversed, with nulls last.
type Compare<T> = (a: T, b: T) => number;
const natural = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
const by =
  <T, K extends number | string>(key: (item: T) => K): Compare<T> =>
  (a, b) =>
    natural(key(a), key(b));
const reversed =
  <T>(compare: Compare<T>): Compare<T> =>
  (a, b) =>
    compare(b, a);
const then =
  <T>(...all: Compare<T>[]): Compare<T> =>
  (a, b) => {
    for (const compare of all) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
const nullsLast =
  <T>(compare: Compare<T>): Compare<T | null> =>
  (a, b) =>
    a === null ? (b === null ? 0 : 1) : b === null ? -1 : compare(a, b);
interface Player {
  name: string;
  score: number;
}
const players: Player[] = ["eve:3", "bob:7", "ann:3", "cyd:7", "dan:1"].map((t) => {
  const [name, score] = t.split(":");
  return { name, score: score.charCodeAt(0) - 48 };
});
const show = (compare: Compare<Player>): string =>
  players
    .slice()
    .sort(compare)
    .map((p) => p.name)
    .join(" ");
console.log(show(by((p) => p.name)), show(reversed(by((p) => p.name))));
console.log(
  show(
    then(
      reversed(by((p) => p.score)),
      by((p) => p.name),
    ),
  ),
  show(then()),
);
console.log(
  [3, null, 1, null, 2]
    .sort(nullsLast((a, b) => a - b))
    .map((x) => x ?? "-")
    .join(),
  natural("a", "b"),
  natural(2, 1),
  natural(1, 1),
);
