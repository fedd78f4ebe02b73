//! refuse for now
// Memoised functions: the key by a function of the arguments, values of any type.
function memoize<A, R>(
  f: (arg: A) => R,
  key: (arg: A) => string = (arg) => `${arg}`,
): ((arg: A) => R) & { readonly __memo?: never } {
  const known = new Map<string, R>();
  return (arg) => {
    const k = key(arg);
    if (known.has(k)) return known.get(k) as R;
    const result = f(arg);
    known.set(k, result);
    return result;
  };
}
let calls = 0;
const square = memoize((n: number) => {
  calls++;
  return n * n;
});
console.log(square(4), square(4), square(-4), calls);
interface Point {
  x: number;
  y: number;
}
const norm = memoize(
  (p: Point) => {
    calls++;
    return Math.abs(p.x) + Math.abs(p.y);
  },
  (p) => `${p.x},${p.y}`,
);
console.log(norm({ x: 1, y: -2 }), norm({ x: 1, y: -2 }), norm({ x: 0, y: 0 }), calls);
const maybe = memoize((t: string): string | null => {
  calls++;
  return t === "" ? null : t;
});
console.log(maybe(""), maybe(""), maybe("a"), calls);
const fib: (n: number) => number = memoize((n: number): number => (n < 2 ? n : (fib(n - 1) + fib(n - 2)) % 1000003));
console.log(fib(20), fib(30));
