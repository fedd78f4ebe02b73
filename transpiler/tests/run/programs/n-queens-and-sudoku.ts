// Backtracking: all solutions of the queens, and a sudoku by bit masks.
function queens(n: int<1, 8>): { count: number; first: string } {
  let count = 0;
  let first = "none";
  const columns: number[] = [];
  const place = (row: number, taken: number, left: number, right: number): void => {
    if (row === n) {
      count++;
      if (count === 1) first = columns.join("");
      return;
    }
    for (let c = 0; c < n; c++) {
      const bit = 1 << c;
      if ((taken | left | right) & bit) continue;
      columns.push(c);
      place(row + 1, taken | bit, ((left | bit) << 1) & 0xff, (right | bit) >> 1);
      columns.pop();
    }
  };
  place(0, 0, 0, 0);
  return { count, first };
}
for (const n of [1, 2, 4, 5, 6] as const) console.log(n, JSON.stringify(queens(n)));
const puzzle = "1..4|..2.|.3..|4..1".replaceAll("|", "");
function solve(cells: number[]): boolean {
  const at = cells.indexOf(0);
  if (at < 0) return true;
  const [r, c] = [at >> 2, at & 3];
  let used = 0;
  for (let i = 0; i < 4; i++) {
    used |= 1 << cells[r * 4 + i];
    used |= 1 << cells[i * 4 + c];
    used |= 1 << cells[((r & 2) + (i >> 1)) * 4 + (c & 2) + (i & 1)];
  }
  for (let v = 1; v <= 4; v++) {
    if (used & (1 << v)) continue;
    cells[at] = v;
    if (solve(cells)) return true;
  }
  cells[at] = 0;
  return false;
}
const cells = [...puzzle].map((c) => (c === "." ? 0 : c.charCodeAt(0) - 48));
console.log(solve(cells), cells.map((v, i) => (i % 4 === 3 ? `${v}/` : v)).join(""));
const wrong = [1, 1, ...Array.from({ length: 14 }, () => 0)];
console.log(solve(wrong), wrong.filter((v) => v === 0).length);
