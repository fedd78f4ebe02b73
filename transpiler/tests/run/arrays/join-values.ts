// join writes null and undefined as nothing, booleans and numbers as words.
console.log([1, -2, 0].join(), [1, 2].join(", "), [true, false].join("/"));
const gaps: (string | undefined)[] = ["a", undefined, "b"];
const nulls: (number | null)[] = [null, 1, null];
console.log(gaps.join("-"), nulls.join("-"), [""].join("x") === "");
console.log([2147483648, 9007199254740991].join(), ["é", "😀"].join("€"));
const big: number[] = [];
for (let i = 0; i < 20; i++) big.push(i % 7);
console.log(big.join(""), big.join("").length, big.join(",").length);
