//! refuse TP3004
// Fibonacci's numbers from a table: what is kept and added again doubles without a call, and passes 2^53 at the 79th.
const known = new Map<number, number>();
const fib = (n: number): number => {
  if (n < 2) return n;
  const there = known.get(n);
  if (there !== undefined) return there;
  const result = fib(n - 1) + fib(n - 2);
  known.set(n, result);
  return result;
};
console.log(fib(90));
