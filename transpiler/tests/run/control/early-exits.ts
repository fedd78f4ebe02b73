// Guards, returns from loops, and loops that end by their condition or by break.
function firstNegative(rows: number[][]): string {
  for (let y = 0; y < rows.length; y++) {
    for (let x = 0; x < rows[y].length; x++) {
      if (rows[y][x] < 0) return `${y},${x}`;
    }
  }
  return "none";
}
console.log(
  firstNegative([
    [1, 2],
    [3, -1],
  ]),
  firstNegative([[], [0]]),
  firstNegative([]),
);
function classify(n: number): string {
  if (n < 0) return "negative";
  else if (n === 0) return "zero";
  if (n % 2 === 0) {
    if (n > 100) return "large even";
    return "even";
  }
  return "odd";
}
for (const n of [-1, 0, 7, 8, 102]) console.log(n, classify(n));
function nothing(n: number): void {
  if (n > 1) return;
  console.log("small", n);
}
nothing(1);
nothing(2);
let seen = 0;
for (const n of [4, 8, 15]) {
  seen = n;
  if (n > 5) break;
}
console.log(seen);
