// What is not there is undefined, and asks for the default; null is there.
const short: (string | undefined)[] = ["a"];
const [first = "x", second = "y", third] = short;
console.log(first, second, third);
const [] = short;
const [, , , fourth = "z"] = short;
console.log(fourth);
const empty: number[] = [];
const [none = -1, ...nothing] = empty;
console.log(none, nothing.length);
const [c1 = "?", c2 = "?"] = "q";
console.log(c1, c2);
let calls = 0;
const fallback = () => {
  calls++;
  return "made";
};
const [given = fallback(), absent = fallback()] = ["given"];
console.log(given, absent, calls);
const rows = [[1, 2], [3], []];
for (const [x = 0, y = x * 10] of rows) console.log(x, y);
const holder: { value: string | null } = { value: null };
const { value } = holder;
console.log(value);
