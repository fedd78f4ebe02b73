// Functions declared in functions and blocks, recursion between them, and what they see.
function outer(depth: number): string {
  const trail: string[] = [];
  function down(n: number): void {
    trail.push(`d${n}`);
    if (n > 0) up(n - 1);
  }
  function up(n: number): void {
    trail.push(`u${n}`);
    if (n > 0) down(n - 1);
  }
  down(depth);
  if (depth > 1) {
    const prefix = "in-block";
    function block(): string {
      return prefix + trail.length;
    }
    trail.push(block());
  }
  return trail.join();
}
console.log(outer(3), outer(0));
const makers = [1, 2].map((n) => {
  function scaled(x: number): number {
    return x * n + offset();
  }
  function offset(): number {
    return n * 100;
  }
  return scaled;
});
console.log(makers.map((m) => m(5)).join());
const factorial = function self(n: number): number {
  return n < 2 ? 1 : (n * self(n - 1)) % 1000000007;
};
console.log(factorial(5), factorial(10));
(() => {
  const hidden = "iife";
  console.log(hidden);
})();
const result = ((a: number, b: number) => a + b)(2, 3);
console.log(
  result,
  (function () {
    return "expression";
  })(),
);
