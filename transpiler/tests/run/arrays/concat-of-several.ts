// concat of several arrays and single values; the result is new.
const base = [1];
console.log(
  base.concat([2], [3, 4]).join(),
  base.concat(5).join(),
  base.concat(6, [7], 8).join(),
  base.concat().join(),
);
const copy = base.concat();
copy.push(2);
console.log(base.length, copy.length);
const words: readonly string[] = ["a"];
console.log(words.concat("b", ["c", "d"]).join(""), words.concat(words).join(""));
const rows = [[1, 2]];
console.log(
  rows.concat([[3]]).length,
  rows
    .concat([[3], [4]])
    .map((row) => row.length)
    .join(),
);
const all: string[] = [];
console.log(all.concat("x").concat([]).concat("y", "z").join());
const objects = [{ n: 1 }];
const more = objects.concat({ n: 2 }, [{ n: 3 }]);
console.log(more.map((one) => one.n).join(), more[0] === objects[0]);
