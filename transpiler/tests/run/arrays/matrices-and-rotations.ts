// Two-dimensional arrays: transposed, multiplied, rotated, summed, with rows that are shared or copied.
type Matrix = number[][];
const transpose = (m: Matrix): Matrix => m[0].map((_, c) => m.map((row) => row[c]));
const multiply = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) =>
    transpose(b).map((column) => row.map((x, i) => (x * column[i]) % 1000003).reduce((s, x) => s + x, 0) % 1000003),
  );
const show = (m: Matrix): string => m.map((r) => r.join(",")).join(";");
const m: Matrix = [
  [1, 2, 3],
  [4, 5, 6],
];
console.log(show(transpose(m)), show(multiply(m, transpose(m))), show(transpose(transpose(m))) === show(m));
const rotate = (a: Matrix): Matrix => transpose(a).map((row) => [...row].reverse());
let r = m;
for (let i = 0; i < 4; i++) {
  r = rotate(r);
  console.log(show(r));
}
const identity = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : 0)));
console.log(show(multiply(m, identity)) === show(m), identity.map((row) => row.indexOf(1)).join(""));
let power: Matrix = [
  [1, 1],
  [1, 0],
];
for (let i = 0; i < 5; i++) power = multiply(power, power);
console.log(show(power));
const rows = m.map((row) => row);
const copies = m.map((row) => [...row]);
m[0][0] = 99;
rows[1].push(7);
console.log(rows[0][0], copies[0][0], m[1].length, copies[1].length);
const pascal: Matrix = [[1]];
for (let n = 1; n < 7; n++) pascal.push([1, ...pascal[n - 1].slice(1).map((x, i) => x + (pascal[n - 1][i] & 0xff)), 1]);
console.log(pascal.map((row) => row.join(" ")).join(" / "));
