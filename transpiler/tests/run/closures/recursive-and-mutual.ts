// Arrows that call themselves and each other, memo tables in closures, trampolines.
const fib = (() => {
  const known = new Map<number, number>([
    [0, 0],
    [1, 1],
  ]);
  const compute = (n: number): number => {
    const there = known.get(n);
    if (there !== undefined) return there;
    const result = (compute(n - 1) + compute(n - 2)) % 1000007;
    known.set(n, result);
    return result;
  };
  return compute;
})();
console.log(fib(10), fib(12), fib(1));
const isEven = (n: number): boolean => n === 0 || isOdd(n - 1);
const isOdd = (n: number): boolean => n !== 0 && isEven(n - 1);
console.log(isEven(6), isOdd(6));
type Bounce = number | (() => Bounce);
const sumTo = (n: number, sum: number): Bounce => (n === 0 ? sum : () => sumTo(n - 1, (sum + n) % 1000003));
const trampoline = (start: Bounce): number => {
  let b = start;
  while (typeof b === "function") b = b();
  return b;
};
console.log(trampoline(sumTo(500, 0)), trampoline(5));
const walk = (depth: number, visit: (path: string) => void): void => {
  const go = (path: string): void => {
    visit(path);
    if (path.length < depth) for (const c of "lr") go(path + c);
  };
  go("");
};
const paths: string[] = [];
walk(2, (p) => paths.push(p || "root"));
console.log(paths.join());
const ackermann = (m: number, n: number): number =>
  m === 0 ? (n + 1) & 0xff : n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
console.log(ackermann(1, 3), ackermann(2, 1));
