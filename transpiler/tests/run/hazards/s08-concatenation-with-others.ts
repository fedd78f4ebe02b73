// + and templates write numbers, booleans and null as JavaScript does.
console.log("a" + 1 + true + null, 1 + 2 + "x", "x" + 1 + 2, `${1 + 2}${"x"}${[1, 2].length}`);
const flag = (b: boolean): string => "is " + b + "!";
console.log(flag(true), flag(false), "" + (1 < 2), `${!true}`, "n" + -1, "z" + 0, "m" + -0);
const maybe = (n: number | null): string => "value: " + n;
console.log(maybe(3), maybe(null), maybe(0), `${null}`, "u: " + undefined);
let s = "";
s += 1;
s += true;
s += null;
s += "end";
console.log(s, s.length);
const parts: (string | number | boolean | null)[] = ["a", 1, true, null, -7];
let joined = "";
for (const p of parts) joined += `<${p}>`;
console.log(joined, parts.map((p) => "" + p).join("+"), parts.join());
console.log("sum " + (1 + 1) + " of " + 1 + " and " + 1, "b" + ("a" < "b") + ("1" === "1"));
