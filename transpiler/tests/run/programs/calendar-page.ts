// A month as a page of text: weeks, alignment, marked days, week numbers.
const NAMES = "January February March April May June July August September October November December".split(" ");
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
/** 0 is Monday. */
function firstWeekday(year: number, month: number): number {
  let days = 0;
  for (let y = 2001; y < year; y++) days += isLeap(y) ? 366 : 365;
  for (let m = 1; m < month; m++) days += daysIn(year, m);
  return days % 7;
}
function page(year: number, month: number, marked: ReadonlySet<number> = new Set()): string[] {
  const title = `${NAMES[month - 1]} ${year}`;
  const lines = [title.padStart(Math.floor((28 + title.length) / 2)).padEnd(28), " Mo  Tu  We  Th  Fr  Sa  Su "];
  const cells: string[] = new Array<string>(firstWeekday(year, month)).fill("    ");
  for (let day = 1; day <= daysIn(year, month); day++) {
    const text = `${day}`.padStart(2);
    cells.push(marked.has(day) ? `[${text}]` : ` ${text} `);
  }
  while (cells.length > 0) lines.push(cells.splice(0, 7).join("").padEnd(28));
  return lines;
}
for (const line of page(2024, 2, new Set([1, 14, 29]))) console.log(`|${line}|`);
const side = [page(2023, 10), page(2027, 2)];
for (let i = 0; i < Math.max(...side.map((p) => p.length)); i++)
  console.log(side.map((p) => (p[i] ?? "").padEnd(28)).join(" "));
console.log([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((m) => firstWeekday(2026, m)).join(""));
