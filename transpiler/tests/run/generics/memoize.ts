// Memoised functions: the key by a function of the arguments, values of any type.
function memoize<A, R>(f: (arg: A) => R, key: (arg: A) => string): (arg: A) => R {
  const known = new Map<string, { readonly value: R }>();
  return (arg) => {
    const k = key(arg);
    const hit = known.get(k);
    if (hit) return hit.value;
    const value = f(arg);
    known.set(k, { value });
    return value;
  };
}
let calls = 0;
const square = memoize(
  (n: number) => {
    calls++;
    return (n * n) & 0xffff;
  },
  (n) => `${n}`,
);
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
const maybe = memoize(
  (t: string): string | null => {
    calls++;
    return t === "" ? null : t;
  },
  (t) => t,
);
console.log(maybe(""), maybe(""), maybe("a"), calls);
const fib: (n: number) => number = memoize(
  (n: number): number => (n < 2 ? n : (fib(n - 1) + fib(n - 2)) & 0xfffff),
  (n) => String(n),
);
console.log(fib(20), fib(30));
// Of all arguments, whatever they are: JSON is the key.
function memoizeAll<A extends unknown[], R>(f: (...args: A) => R): (...args: A) => R {
  const known = new Map<string, R>();
  return (...args) => {
    const key = JSON.stringify(args);
    if (known.has(key)) return known.get(key) as R;
    const result = f(...args);
    known.set(key, result);
    return result;
  };
}
const area = memoizeAll((p: Point, scale: number): number => {
  calls++;
  return (p.x * p.y * scale) & 0xff;
});
console.log(area({ x: 2, y: 3 }, 2), area({ x: 2, y: 3 }, 2), area({ y: 3, x: 2 }, 2), calls);
const loud = memoizeAll((text: string, marks?: number): string => `${text}${"!".repeat(marks ?? 1)}`);
console.log(loud("a"), loud("a", 2), loud("a"));
