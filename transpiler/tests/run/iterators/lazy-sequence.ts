//! refuse TP3004
// A chainable sequence class: each step wraps the one before, and takes only what it needs.
// All numbers of one generic class are one: what is multiplied once might be multiplied again.
class Seq<T> implements Iterable<T> {
  private constructor(private readonly source: () => Iterator<T>) {}
  static of<T>(...items: T[]): Seq<T> {
    return new Seq(() => items[Symbol.iterator]());
  }
  static count(from: number): Seq<number> {
    return new Seq(() => {
      let n = from;
      return { next: () => ({ done: false, value: n++ % 1000 }) };
    });
  }
  [Symbol.iterator](): Iterator<T> {
    return this.source();
  }
  map<U>(f: (item: T) => U): Seq<U> {
    return new Seq<U>(() => {
      const it = this.source();
      return {
        next: () => {
          const r = it.next();
          return r.done ? { done: true, value: undefined } : { done: false, value: f(r.value) };
        },
      };
    });
  }
  filter(test: (item: T) => boolean): Seq<T> {
    return new Seq(() => {
      const it = this.source();
      return {
        next: () => {
          for (;;) {
            const r = it.next();
            if (r.done || test(r.value)) return r;
          }
        },
      };
    });
  }
  take(n: number): T[] {
    const out: T[] = [];
    if (n > 0)
      for (const item of this) {
        out.push(item);
        if (out.length >= n) break;
      }
    return out;
  }
}
let calls = 0;
const odd = Seq.count(1)
  .map((n) => (calls++, n * n))
  .filter((n) => n % 2 === 1);
console.log(calls, odd.take(4).join(), calls, odd.take(1).join(), calls);
console.log(
  Seq.of("a", "b")
    .map((t) => t + "!")
    .take(9)
    .join(),
  [...Seq.of(3, 4)].join(),
  Seq.of<number>().take(2).length,
);
