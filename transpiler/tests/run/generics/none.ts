// T | undefined and T | null, where T itself holds neither.
function find<T>(items: readonly T[], test: (item: T) => boolean): T | undefined {
  for (const item of items) if (test(item)) return item;
  return undefined;
}
const found = find([3, 8, 12], (n) => n > 5);
if (found !== undefined) console.log(found + 1);
console.log(
  find(["a"], (s) => s === "b"),
  find(["a"], (s) => s === "a")?.length,
);
function firstOr<T>(items: readonly T[], other: T): T {
  return items[0] ?? other;
}
console.log(firstOr([0, 1], 9), firstOr(["", "x"], "y"), firstOr<number>([], 9));
class Lazy<T> {
  private value: T | null = null;
  private made = 0;
  constructor(private readonly make: () => T) {}
  get(): T {
    if (this.value === null) {
      this.value = this.make();
      this.made++;
    }
    return this.value;
  }
  get count(): number {
    return this.made;
  }
}
const lazy = new Lazy(() => 0);
console.log(lazy.get(), lazy.get(), lazy.count);
const lazyText = new Lazy(() => "");
console.log(lazyText.get() === "", lazyText.get().length, lazyText.count);
class Cache<K, V> {
  private readonly known = new Map<K, V>();
  hits = 0;
  getOrMake(key: K, make: (key: K) => V): V {
    const old = this.known.get(key);
    if (old !== undefined) {
      this.hits++;
      return old;
    }
    const made = make(key);
    this.known.set(key, made);
    return made;
  }
}
const cache = new Cache<string, number>();
console.log(
  cache.getOrMake("abc", (s) => s.length),
  cache.getOrMake("abc", () => -1),
  cache.hits,
);
const nullable = find<string | undefined>([undefined, "x"], (s) => s !== "x");
console.log(nullable, nullable === undefined);
function coalesce<T>(a: T | null, b: T): T {
  return a ?? b;
}
console.log(coalesce<string>(null, "b"), coalesce(0, 5), coalesce("", "x") === "");
function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
console.log(orNull([1, 2].pop()), orNull<number>([].pop()));
