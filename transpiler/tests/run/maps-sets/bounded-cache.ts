// A cache that forgets the least recently used key: delete and set move a key to the end.
class Cache {
  private readonly entries = new Map<string, number>();
  constructor(private readonly limit: u8) {}
  get(key: string): number | undefined {
    const value = this.entries.get(key);
    if (value !== undefined) {
      this.entries.delete(key);
      this.entries.set(key, value);
    }
    return value;
  }
  set(key: string, value: number): void {
    this.entries.delete(key);
    if (this.entries.size >= this.limit) {
      for (const oldest of this.entries.keys()) {
        this.entries.delete(oldest);
        break;
      }
    }
    this.entries.set(key, value);
  }
  keys(): string {
    return [...this.entries.keys()].join();
  }
}
const cache = new Cache(3);
for (const [i, key] of ["a", "b", "c"].map((k, n): [number, string] => [n, k])) cache.set(key, i);
console.log(cache.keys(), cache.get("a"), cache.keys());
cache.set("d", 9);
console.log(cache.keys(), cache.get("b"), cache.get("d"));
for (let i = 0; i < 100; i++) cache.set(`k${i % 5}`, i);
console.log(cache.keys(), cache.get("k4"));
