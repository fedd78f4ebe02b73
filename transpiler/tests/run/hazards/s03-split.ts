// split with an empty separator, of an empty text, with a limit.
console.log(
  "abc".split("").join("|"),
  "abc".split("").length,
  "".split(",").length,
  "".split("").length,
  ",".split(",").length,
);
console.log("a,b,c".split(",", 2).join("|"), "a,b,c".split(",", 0).length, "a,b,c".split(",", 9).length);
console.log(
  JSON.stringify(",a,,b,".split(",")),
  JSON.stringify("aXXbXX".split("XX")),
  JSON.stringify("abc".split("abc")),
);
console.log("a b  c".split(" ").length, "one".split(" ").length, "x=1=2".split("=").slice(1).join("="));
const [key, value = "none", ...rest] = "k:v:w:x".split(":");
console.log(key, value, rest.join(), "k".split(":").length);
const csv = "id,name\n1,ann\n2,bob";
const table = csv.split("\n").map((line) => line.split(","));
console.log(table.length, table[1][1], table.map((r) => r.length).join());
console.log(
  "äöü".split("").join("-"),
  "mississippi".split("ss").length,
  "aaa".split("aa").join("|"),
  "a\tb\nc".split("\t").length,
);
