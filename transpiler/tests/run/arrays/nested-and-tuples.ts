// Arrays of arrays, tuples, and taking them apart.
const table: [string, number][] = [
  ["one", 1],
  ["two", 2],
];
for (const [word, n] of table) console.log(word, n);
table.push(["three", 3]);
const [, [second]] = table;
console.log(second, table.length, table[2][0]);
const matrix = [
  [1, 2],
  [3, 4],
];
const transposed = matrix[0].map((_, x) => matrix.map((row) => row[x]));
console.log(transposed.map((row) => row.join()).join(" "));
function minMax(xs: number[]): [number, number] {
  let low = xs[0];
  let high = xs[0];
  for (const x of xs) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return [low, high];
}
const [low, high] = minMax([4, -2, 9]);
console.log(low, high);
const list = [1, 2, 3];
const [head, ...tail] = list;
console.log(head, tail.join(), tail.length);
console.log(JSON.stringify(table), JSON.stringify(matrix));
