// Two dimensions: transposed, multiplied, summed, searched.
type Matrix = number[][];
const at = (m: Matrix, r: number, c: number): number => (m[r]?.[c] ?? 0) & 0xffff;
const transpose = (m: Matrix): Matrix => (m[0] ?? []).map((_, c) => m.map((_row, r) => at(m, r, c)));
const multiply = (a: Matrix, b: Matrix): Matrix =>
  a.map((row, r) =>
    (b[0] ?? []).map((_, c) => row.reduce((sum, _x, k) => (sum + at(a, r, k) * at(b, k, c)) & 0xffff, 0)),
  );
const show = (m: Matrix) => console.log(m.map((row) => row.join(" ")).join(" / "));
const a = [
  [1, 2, 3],
  [4, 5, 6],
];
show(transpose(a));
show(multiply(a, transpose(a)));
console.log(
  a.flat().reduce((sum, x) => (sum + x) & 0xff, 0),
  a.map((row) => Math.max(...row)).join(),
  a.some((row) => row.includes(5)),
);
const identity = Array.from({ length: 3 }, (_, r) => Array.from({ length: 3 }, (_x, c) => (r === c ? 1 : 0)));
show(multiply(a, identity));
