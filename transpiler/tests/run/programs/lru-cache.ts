// A least-recently-used cache twice: over a Map, and over a linked list; both answer alike.
interface Cache<V> {
  get(key: string): V | undefined;
  put(key: string, value: V): void;
  readonly keys: string;
}
class MapCache<V> implements Cache<V> {
  readonly #map = new Map<string, V>();
  constructor(readonly capacity: number) {}
  get(key: string): V | undefined {
    const value = this.#map.get(key);
    if (value === undefined) return undefined;
    this.#map.delete(key);
    this.#map.set(key, value);
    return value;
  }
  put(key: string, value: V): void {
    this.#map.delete(key);
    this.#map.set(key, value);
    if (this.#map.size > this.capacity) for (const oldest of this.#map.keys()) return void this.#map.delete(oldest);
  }
  get keys(): string {
    return [...this.#map.keys()].join("");
  }
}
class Entry<V> {
  previous: Entry<V> | null = null;
  next: Entry<V> | null = null;
  constructor(
    readonly key: string,
    public value: V,
  ) {}
}
class ListCache<V> implements Cache<V> {
  private readonly index = new Map<string, Entry<V>>();
  private first: Entry<V> | null = null;
  private last: Entry<V> | null = null;
  constructor(private readonly capacity: number) {}
  get(key: string): V | undefined {
    const entry = this.index.get(key);
    if (!entry) return undefined;
    this.unlink(entry);
    this.append(entry);
    return entry.value;
  }
  put(key: string, value: V): void {
    const there = this.index.get(key);
    if (there) {
      there.value = value;
      this.get(key);
      return;
    }
    const entry = new Entry(key, value);
    this.index.set(key, entry);
    this.append(entry);
    if (this.index.size > this.capacity && this.first) {
      this.index.delete(this.first.key);
      this.unlink(this.first);
    }
  }
  private unlink(entry: Entry<V>): void {
    if (entry.previous) entry.previous.next = entry.next;
    else this.first = entry.next;
    if (entry.next) entry.next.previous = entry.previous;
    else this.last = entry.previous;
    entry.previous = entry.next = null;
  }
  private append(entry: Entry<V>): void {
    entry.previous = this.last;
    if (this.last) this.last.next = entry;
    else this.first = entry;
    this.last = entry;
  }
  get keys(): string {
    let out = "";
    for (let at = this.first; at; at = at.next) out += at.key;
    return out;
  }
}
const caches: Cache<number>[] = [new MapCache<number>(3), new ListCache<number>(3)];
for (const step of ["+a1", "+b2", "?a", "+c3", "+d4", "?b", "?a", "+c9", "+e5", "?c", "?zz"]) {
  const key = step[1];
  const answers = caches.map(
    (cache) => (
      step[0] === "+" ? cache.put(key, step.charCodeAt(2) - 48) : null,
      `${cache.keys}:${step[0] === "?" ? (cache.get(key) ?? "-") : "."}`
    ),
  );
  console.log(step, answers[0], answers[0] === answers[1]);
}
