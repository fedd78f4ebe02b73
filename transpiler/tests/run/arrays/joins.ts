// join of every kind that has a text; nothing for null and undefined.
console.log([1, 2].join(), ["a", "b"].join(""), [true, false].join("|"), [null, null].join("-"));
const mixed: (string | number | boolean | null)[] = ["a", 1, true, null, -0, ""];
console.log(mixed.join(";"), mixed.join(""), [].join("x") === "");
const holes: (string | undefined)[] = ["x", undefined, "z"];
console.log(holes.join(), [undefined].join().length, ["only"].join("zzz"));
const nested = [[1, 2], [3]];
console.log(nested.map((row) => row.join("+")).join("="), String(5) + [6].join());
console.log(["😀", "é"].join("€"), ["a", "b", "c"].join("\n").length);
