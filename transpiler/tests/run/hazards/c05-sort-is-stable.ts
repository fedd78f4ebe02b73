// Elements that compare equal stay in their order, for every form of comparator.
interface Row {
  readonly name: string;
  readonly group: number;
  readonly rank: number;
}
const rows: Row[] = Array.from({ length: 24 }, (_, i) => ({ name: `r${i}`, group: (i * 5) % 3, rank: i % 2 }));
const names = (list: Row[]): string => list.map((r) => r.name).join(" ");
console.log(names([...rows].sort((a, b) => a.group - b.group)));
console.log(names([...rows].sort((a, b) => b.group - a.group)));
console.log(names([...rows].sort((a, b) => a.group - b.group || b.rank - a.rank)));
console.log(names([...rows].sort(() => 0)) === names(rows));
console.log(names([...rows].sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0))));
const words = ["bb", "a", "cc", "ddd", "e", "ff", "g", "hhh"];
console.log(
  [...words].sort((a, b) => a.length - b.length).join(),
  [...words].sort((a, b) => b.length - a.length).join(),
);
console.log([...Array(12).keys()].sort((a, b) => (a % 2) - (b % 2)).join());
