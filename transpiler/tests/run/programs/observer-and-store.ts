//! refuse TP3004
// Observable values: computed from each other, batched, unsubscribed, with equality checks.
// A count that goes up without end times a price: nothing bounds the product.
type Watcher<T> = (now: T, before: T) => void;
interface Readable<T> {
  get(): T;
  watch(watcher: Watcher<T>): () => void;
}
const pending: (() => void)[] = [];
let batching = 0;
class Observable<T> implements Readable<T> {
  private readonly watchers = new Set<Watcher<T>>();
  constructor(private value: T) {}
  get(): T {
    return this.value;
  }
  set(value: T): void {
    const before = this.value;
    if (value === before) return;
    this.value = value;
    for (const watcher of [...this.watchers]) {
      const run = (): void => watcher(value, before);
      if (batching > 0) pending.push(run);
      else run();
    }
  }
  update(f: (value: T) => T): void {
    this.set(f(this.value));
  }
  watch(watcher: Watcher<T>): () => void {
    this.watchers.add(watcher);
    return () => {
      this.watchers.delete(watcher);
    };
  }
}
function computed<A, B, T>(a: Readable<A>, b: Readable<B>, f: (a: A, b: B) => T): Readable<T> {
  const result = new Observable(f(a.get(), b.get()));
  const refresh = (): void => result.set(f(a.get(), b.get()));
  a.watch(refresh);
  b.watch(refresh);
  return result;
}
function batch(work: () => void): void {
  batching++;
  try {
    work();
  } finally {
    if (--batching === 0) for (const run of pending.splice(0)) run();
  }
}
const log: string[] = [];
const price = new Observable(10);
const count = new Observable(2);
const total = computed(price, count, (p, c) => (p * c) % 10000);
const label = computed(total, new Observable("€"), (t, sign) => `${t} ${sign}`);
const stop = label.watch((now, before) => log.push(`${before} => ${now}`));
price.set(11);
count.update((c) => c + 1);
count.set(3);
batch(() => {
  price.set(1);
  count.set(5);
  log.push(`in batch ${total.get()}`);
});
try {
  batch(() => {
    count.set(7);
    throw new Error("half way");
  });
} catch (e) {
  log.push((e as Error).message);
}
stop();
price.set(100);
for (const line of log) console.log(line);
console.log(label.get(), total.get());
