// Generic functions and classes of integers here and of floats there.
const f = Math.fround;
class Stack<T> {
  private items: T[] = [];
  push(x: T): this {
    this.items.push(x);
    return this;
  }
  peek(): T | undefined {
    return this.items[this.items.length - 1];
  }
  get size(): number {
    return this.items.length;
  }
  toList(): T[] {
    return [...this.items];
  }
}
const sf = new Stack<float>().push(0.5).push(f(0.1));
const sn = new Stack<number>().push(3).push(0);
console.log(
  sf.peek()?.toFixed(2),
  sn.peek(),
  sf
    .toList()
    .map((x) => x.toFixed(1))
    .join(),
  sn.toList().join(),
  sn.size,
);
const zip = <A, B>(a: readonly A[], b: readonly B[]): [A, B][] => a.map((x, i): [A, B] => [x, b[i] as B]);
for (const [n, x] of zip([1, 2], [0.5, f(0.3)] as float[])) console.log(n, x.toFixed(1));
for (const [x, n] of zip([0.5, f(0.3)] as float[], [1, 0])) console.log(n, x.toFixed(1), n > 0 ? n : -1);
const orElse = <T>(x: T | null, d: T): T => x ?? d;
console.log(orElse(null, 0.5 as float).toFixed(1), orElse<number>(null, 7), orElse(0, 7));
const memo = <K, V>(g: (k: K) => V): ((k: K) => V) => {
  const seen = new Map<K, V>();
  return (k) => {
    const old = seen.get(k);
    if (old !== undefined) return old;
    const made = g(k);
    seen.set(k, made);
    return made;
  };
};
const half = memo((n: number): float => f(f(n) / 2));
const label = memo((n: number) => `n${n}`);
const twice = memo((n: number) => n * 2);
console.log(half(3).toFixed(1), half(3).toFixed(2), label(4), twice(100), twice(100) + 1);
