// console.log of texts, numbers, booleans and null side by side; texts within texts stay as they are.
console.log("a", 1, true, null, undefined, -7, "", "b");
console.log();
console.log("");
console.log(" leading", "trailing ", "two\nlines", "tab\tbed", '"quoted"', "it's");
console.log(0, -1, 2147483648, 9007199254740991, false);
console.log(null);
console.log(undefined);
console.log("é", "漢字", "😀", "\u0000".length);
const maybe = [3, null].map((x) => x);
console.log(
  maybe[0],
  maybe[1],
  [1, 2].find((x) => x > 5),
);
console.log("50%", 1, "100 %", "a%b", "5%");
console.log("n:", 1 + 1, "t:", `${1}${2}`, "b:", 1 < 2);
