// Generic functions that take and give functions.
function compose<A, B, C>(f: (a: A) => B, g: (b: B) => C): (a: A) => C {
  return (a) => g(f(a));
}
const lengthText = compose(
  (s: string) => s.length,
  (n) => `<${n}>`,
);
console.log(
  lengthText("four"),
  compose(
    (n: number) => n + 1,
    (n) => n * 2,
  )(4),
);
const identity = <T>(value: T): T => value;
console.log(identity(1), identity("one"), identity(true), identity<number | null>(null));
console.log([1, 2, 3].map(identity).join());
function memoize<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
let calls = 0;
const square = memoize((n: number) => {
  calls++;
  return n * n;
});
console.log(square(4), square(4), square(5), calls);
const upper = memoize((s: string) => s.toUpperCase());
console.log(upper("a"), upper("a"));
function fold<T, R>(items: readonly T[], start: R, step: (made: R, item: T) => R): R {
  let made = start;
  for (const item of items) made = step(made, item);
  return made;
}
console.log(fold([1, 2, 3], "", (text, n) => `${text}${n}`));
console.log(fold(["a", "bb"], 0, (sum, s) => (sum + s.length) % 1000));
console.log(fold([[1], [2, 3]], [] as number[], (all, part) => all.concat(part)).join());
type Handler<T> = (event: T) => void;
class Emitter<T> {
  private handlers: Handler<T>[] = [];
  on(handler: Handler<T>): () => void {
    this.handlers.push(handler);
    return () => {
      this.handlers = this.handlers.filter((one) => one !== handler);
    };
  }
  emit(event: T): number {
    for (const handler of this.handlers) handler(event);
    return this.handlers.length;
  }
}
const keys = new Emitter<string>();
const off = keys.on((key) => console.log("key", key));
keys.on((key) => console.log("length", key.length));
console.log(keys.emit("enter"));
off();
console.log(keys.emit("x"));
const ticks = new Emitter<{ at: number }>();
let sum = 0;
ticks.on(({ at }) => {
  sum = (sum + at) & 0xffff;
});
for (const at of [1, 2, 3]) ticks.emit({ at });
console.log(sum);
