// What counts as true: a record, an empty array and an empty Map do, null and "" do not.
function word(truth: boolean): string {
  return truth ? "yes" : "no";
}
const list: number[] | undefined = [];
const map: Map<string, number> | null = new Map();
const empty: { n: number } | null = null;
console.log(list ? "yes" : "no", map ? "yes" : "no", empty ? "yes" : "no");
for (const n of [0, 1, -1, undefined]) console.log(n, n ? "yes" : "no", word(!n), word(n !== undefined));
for (const s of ["", "0", " ", undefined]) console.log(s === undefined ? "undefined" : `'${s}'`, s ? "yes" : "no");
for (const b of [true, false, undefined]) console.log(b, b ? "yes" : "no", b === false);
function first(items: string[] | null): string {
  return (items && items[0]) || "nothing";
}
console.log(first(null), first([""]), first(["x"]));
const both = list && list.length === 0 && !empty;
console.log(both);
