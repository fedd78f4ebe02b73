// Grids: flood fill, distances in a maze, a spiral, rotations, and the number of islands.
const maze = ["S.#.....", "..#.###.", "..#...#.", "#...#.#E", "..#.#..."];
type Cell = readonly [row: number, column: number];
const find = (rows: readonly string[], c: string): Cell | null => {
  for (const [r, row] of rows.entries()) {
    const at = row.indexOf(c);
    if (at >= 0) return [r, at];
  }
  return null;
};
const neighbours = ([r, c]: Cell): Cell[] => [
  [r - 1, c],
  [r + 1, c],
  [r, c - 1],
  [r, c + 1],
];
function distance(rows: readonly string[], from: Cell, to: Cell): number {
  const key = ([r, c]: Cell): number => r * 100 + c;
  const seen = new Map<number, number>([[key(from), 0]]);
  const queue: Cell[] = [from];
  for (const cell of queue) {
    const d = seen.get(key(cell)) ?? 0;
    if (cell[0] === to[0] && cell[1] === to[1]) return d;
    for (const next of neighbours(cell)) {
      const [r, c] = next;
      if (r < 0 || c < 0 || r >= rows.length || c >= rows[0].length) continue;
      if (rows[r][c] === "#" || seen.has(key(next))) continue;
      seen.set(key(next), d + 1);
      queue.push(next);
    }
  }
  return -1;
}
const start = find(maze, "S");
const end = find(maze, "E");
console.log(
  start?.join(),
  end?.join(),
  start && end ? distance(maze, start, end) : "none",
  find(maze, "X") === null,
  distance(["a#b"], [0, 0], [0, 2]),
);
function spiral(grid: number[][]): number[] {
  const out: number[] = [];
  let rows = grid.map((r) => r.slice());
  while (rows.length > 0) {
    out.push(...(rows.shift() ?? []));
    const width = rows[0]?.length ?? 0;
    rows = Array.from({ length: width }, (_, i) => rows.map((row) => row[width - 1 - i]));
  }
  return out;
}
console.log(
  spiral([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]).join(""),
  spiral([
    [1, 2],
    [3, 4],
    [5, 6],
  ]).join(""),
  spiral([]).length,
);
function islands(text: string): number {
  const grid = text.split("/").map((row) => [...row]);
  let count = 0;
  const sink = (r: number, c: number): void => {
    if (grid[r]?.[c] !== "#") return;
    grid[r][c] = ".";
    for (const [nr, nc] of neighbours([r, c])) if (nr >= 0 && nc >= 0) sink(nr, nc);
  };
  for (const [r, row] of grid.entries())
    for (const [c, cell] of row.entries())
      if (cell === "#") {
        count++;
        sink(r, c);
      }
  return count;
}
console.log(islands("##..#/#..../...##/#...#"), islands("...."), islands("#.#/.#./#.#"));
