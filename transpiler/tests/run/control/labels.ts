// break and continue to a label leave several loops at once.
outer: for (let y = 0; y < 4; y++) {
  for (let x = 0; x < 4; x++) {
    if (x === 2 && y === 1) continue outer;
    if (y === 3) break outer;
    if (x > y) break;
    console.log(y, x);
  }
  console.log("row", y);
}
let found = -1;
search: for (const row of [
  [1, 2],
  [3, 4],
]) {
  for (const n of row) {
    if (n === 3) {
      found = n;
      break search;
    }
  }
}
console.log(found);
let k = 0;
again: while (k < 10) {
  k++;
  do {
    if (k % 2 === 0) continue again;
    k += 2;
    if (k > 7) break again;
  } while (k < 5);
}
console.log(k);
console.log("end");
