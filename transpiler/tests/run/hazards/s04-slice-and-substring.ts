// slice counts negatives from the end; substring takes them as 0 and swaps its arguments.
const t = "abcdef";
const edges = [-99, -6, -2, -1, 0, 1, 3, 6, 7, 99];
for (const a of edges)
  console.log(
    a,
    `[${t.slice(a)}]`,
    `[${t.substring(a)}]`,
    `[${t.slice(a, 4)}]`,
    `[${t.substring(a, 4)}]`,
    `[${t.slice(1, a)}]`,
    `[${t.substring(1, a)}]`,
  );
console.log("".slice(1) === "", "".substring(0, 1) === "", t.substring(4, 1), t.substring(-2, 2), t.slice(4, 1) === "");
const last = (text: string, n: number): string => (n === 0 ? "" : text.slice(-n));
console.log(last(t, 3), last(t, 99), last(t, 0) === "", t.slice(-0), t.slice(0, -0) === "");
const drop = (text: string, prefix: string): string => (text.startsWith(prefix) ? text.slice(prefix.length) : text);
console.log(drop("+491", "+"), drop("491", "+"), drop("ab", "abc"), drop("ab", "ab") === "");
