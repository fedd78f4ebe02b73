// fill with bounds, new Array(n).fill, Array.from, Array.of, copyWithin.
const xs = [1, 2, 3, 4, 5];
console.log(xs.fill(0, 1, 3).join(), xs.fill(9, -1).join(), xs.fill(7, 3, 1).join(), xs.fill(6, 0, -3).join());
console.log([1, 2].fill(5).join(), [1, 2].fill(5, 9).join(), [1, 2, 3].fill(4, -99, 99).join());
const zeros = new Array<number>(4).fill(0);
zeros[2] = 5;
console.log(zeros.join(), Array(3).fill("x").join(""), new Array(0).fill(1).length);
const grid = Array.from({ length: 2 }, () => new Array<number>(3).fill(0));
(grid[0] as number[])[1] = 8;
console.log(grid.map((row) => row.join()).join("|"));
console.log(Array.from({ length: 5 }, (_, i) => i * i).join(), Array.from({ length: 0 }, (_, i) => i).length);
console.log(
  Array.from("añ😀").join("|"),
  Array.from([1, 2, 3], (x) => x * 2).join(),
  Array.from(new Set([3, 3, 4])).join(),
);
console.log(
  Array.from(
    new Map([
      ["a", 1],
      ["b", 2],
    ]),
  )
    .map(([key, n]) => `${key}${n}`)
    .join(),
  Array.from(["p", "q"], (x, i) => x + i).join(),
);
console.log(Array.of(7, 8).join(), Array.of("only").length, Array.isArray(xs));
console.log(
  [1, 2, 3, 4, 5].copyWithin(0, 3).join(),
  [1, 2, 3, 4, 5].copyWithin(1, 0, 3).join(),
  [1, 2, 3, 4, 5].copyWithin(-2, -4, -3).join(),
);
const copy = Array.from(xs);
copy[0] = 1;
console.log(xs[0], copy[0], [...Array(4).keys()].join(), Array.from(Array(3).keys()).join());
