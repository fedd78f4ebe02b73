//! refuse for now
// Patterns that assign: to variables, elements, fields, in swaps and rotations, within expressions.
let [a, b, c] = [1, 2, 3];
[a, b, c] = [c, a, b];
console.log(a, b, c);
const xs = [10, 20, 30];
[xs[0], xs[2]] = [xs[2], xs[0]];
console.log(xs.join());
const point = { x: 1, y: 2, tags: ["t"] };
({ x: point.y, y: point.x } = { ...point });
[point.tags[0], a] = ["first", 99];
console.log(point.x, point.y, point.tags.join(), a);
for (let i = xs.length - 1, j = 0; j < i; i--, j++) [xs[i], xs[j]] = [xs[j], xs[i]];
console.log(xs.join());
let rest: number[];
let first: number;
[first, ...rest] = xs;
console.log(first, rest.join());
let name = "";
let size = 0;
const read = (): { name: string; size: number } => ({ name: "file", size: 7 });
({ name, size } = read());
console.log(name, size);
const gcd = (m: number, n: number): number => {
  while (n > 0) [m, n] = [n, m % n];
  return m;
};
console.log(gcd(48, 36), gcd(17, 5), gcd(5, 0));
let i = 0;
[xs[i], i] = [i + 5, 2];
console.log(xs.join(), i);
