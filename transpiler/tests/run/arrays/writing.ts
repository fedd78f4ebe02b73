// Writing by index, growing at the end, fill and reverse.
const xs = [1, 2, 3];
xs[0] = 10;
xs[1] += 5;
xs[2]++;
console.log(xs.join());
xs[xs.length] = 99;
console.log(xs.join(), xs.length);
const grid: number[][] = [];
for (let y = 0; y < 3; y++) {
  const row: number[] = [];
  for (let x = 0; x < 3; x++) row.push(x * y);
  grid.push(row);
}
grid[1][1] = 50;
console.log(grid.map((row) => row.join(" ")).join(" / "));
console.log([1, 2, 3].fill(0).join(), ["a", "b"].reverse().join(), xs.reverse() === xs, xs.join());
const a = [1, 2];
const b = a;
b.push(3);
console.log(a.length, a === b, a[2]);
let k = 0;
const ys = [0, 0, 0];
ys[k++] = k;
ys[k++] = k;
console.log(ys.join(), k);
