// flat takes one level off; flatMap puts the parts in a row.
const nested = [[1, 2], [], [3]];
console.log(nested.flat().join(), nested.flat().length);
console.log([1, 2, 3].flatMap((n) => [n, n * 10]).join());
console.log(["a b", "c"].flatMap((line) => line.split(" ")).join("|"));
console.log([1, 2, 3, 4].flatMap((n) => (n % 2 === 0 ? [n] : [])).join());
console.log(["x", "y"].flatMap((name, i) => [`${name}${i}`]).join());
const deep = [[["a"], ["b"]], [["c"]]];
console.log(deep.flat().length, deep.flat().flat().join(""));
const pairs: [string, number][] = [
  ["a", 1],
  ["b", 2],
];
console.log(pairs.flatMap(([name, n]) => [name.repeat(n)]).join());
const copy = nested.flat();
copy.push(9);
console.log(nested[0]?.join(), copy.join());
