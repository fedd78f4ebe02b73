// Comparisons give booleans that print as words; chains need their own parentheses.
const a: number = 3;
const b: number = 2;
const c: number = 1;
console.log(a > b, a < b, a >= 3, a <= 2, a === b, a !== b);
console.log(a > b === b > c, a > b === c < b, a > b === true);
function sign(n: number): string {
  return n > 0 ? "plus" : n < 0 ? "minus" : "zero";
}
console.log(sign(5), sign(-5), sign(0));
let equal = 0;
for (let x = -3; x <= 3; x++) {
  if (x * x === 4 || !x) equal++;
  if (x && x % 3 === 0) console.log("third", x);
}
console.log(equal);
const zero: number = 0;
console.log(zero ? "truthy" : "falsy", !zero, !!a, zero || 7, a && b);
const between = (n: number): boolean => c <= n && n <= a;
console.log(between(0), between(1), between(3), between(4));
