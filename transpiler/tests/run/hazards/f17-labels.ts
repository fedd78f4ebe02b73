// Labelled break and continue through loops, switches, blocks and finally.
o: for (const a of [1, 2, 3]) {
  for (const b of [1, 2, 3]) {
    if (b === a) continue o;
    if (a === 3) break o;
    console.log(a, b);
  }
  console.log("not reached for", a);
}
let log = "";
outer: for (let i = 0; ; i++) {
  let j = 0;
  while (true) {
    try {
      if (++j > 3) continue outer;
      if (i === 2) break outer;
      if (j === 2) continue;
      log += `${i}${j} `;
    } finally {
      log += ".";
    }
  }
}
console.log(log);
const find = (grid: number[][], wanted: number): string => {
  let at = "nowhere";
  search: {
    for (const [r, row] of grid.entries())
      for (const [c, cell] of row.entries())
        if (cell === wanted) {
          at = `${r},${c}`;
          break search;
        }
    at += "!";
  }
  return at;
};
console.log(
  find(
    [
      [1, 2],
      [3, 4],
    ],
    3,
  ),
  find([[1]], 9),
);
let n = 0;
again: do {
  n++;
  switch (n) {
    case 1:
    case 2:
      continue again;
    case 5:
      break again;
  }
  console.log("n", n);
} while (n < 9);
