// Function expressions that call themselves by a name of their own.
const fact = function f(n: number): number {
  return n <= 1 ? 1 : (n * f(n - 1)) & 0xffff;
};
console.log(fact(5));
const other = fact;
console.log(
  other(4),
  [1, 2, 3]
    .map(function g(n): number {
      return n > 0 ? g(n - 1) + 1 : 0;
    })
    .join(),
);
const makers: ((n: number) => string)[] = [];
for (const tag of ["a", "b"])
  makers.push(function go(n: number): string {
    return n > 0 ? go(n - 1) + tag : "";
  });
console.log(makers.map((m) => m(3)).join());
console.log(
  (function count(n: number): number {
    return n > 0 ? count(n - 1) + 1 : 0;
  })(4),
  (function unused() {
    return 7;
  })(),
);
