// Fibonacci's numbers from a table, of which each is kept below a bound.
const known = new Map<number, number>();
const fib = (n: number): number => {
  if (n < 2) return n;
  const there = known.get(n);
  if (there !== undefined) return there;
  const result = (fib(n - 1) + fib(n - 2)) % 1000007;
  known.set(n, result);
  return result;
};
console.log(fib(10), fib(14));
