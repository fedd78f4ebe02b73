// Type parameters with bounds: by property, by key, by another parameter.
interface HasId {
  readonly id: number;
}
const byId = <T extends HasId>(items: readonly T[], id: number): T | undefined => items.find((item) => item.id === id);
const users = [
  { id: 1, name: "ann" },
  { id: 2, name: "bob" },
];
const books = [{ id: 2, pages: 99 }];
console.log(byId(users, 2)?.name, byId(books, 2)?.pages, byId(users, 3)?.name ?? "nobody");
function longest<T extends { length: number }>(a: T, b: T): T {
  return a.length >= b.length ? a : b;
}
console.log(longest("ab", "abc"), longest([1, 2], [3]).join(), longest("", "") === "");
const get = <T, K extends keyof T>(object: T, key: K): T[K] => object[key];
console.log(get(users[0], "name"), get(users[0], "id"));
function maxBy<T>(items: readonly T[], score: (item: T) => number): T | null {
  let best: T | null = null;
  let bestScore = -1;
  for (const item of items) {
    const s = score(item);
    if (best === null || s > bestScore) {
      best = item;
      bestScore = s;
    }
  }
  return best;
}
console.log(
  maxBy(users, (u) => u.id)?.name,
  maxBy(["a", "ccc", "bb"], (t) => t.length),
  maxBy([] as string[], () => 0),
);
const pluck = <T, K extends keyof T>(items: T[], key: K): T[K][] => items.map((item) => item[key]);
console.log(pluck(users, "name").join(), pluck(books, "pages").join());
