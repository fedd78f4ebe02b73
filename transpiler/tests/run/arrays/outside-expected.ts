// What stands before ?? or ?., or is compared with undefined, may lie outside.
const xs = [1, 2];
const names: string[] = ["ann"];
console.log(
  xs[5] ?? "none",
  xs[-1] ?? 7,
  names[3]?.length ?? -1,
  names[0]?.length,
  names[2]?.toUpperCase() ?? "nobody",
);
if (xs[9] === undefined) console.log("outside");
if (xs[1] !== undefined) console.log("inside");
const table: Record<string, number[]> = { a: [1] };
console.log(xs[2] ?? 0, "abc"[7] ?? "-");
const m: (number | null)[] = [null, 3];
console.log(m[0] ?? "null", m[7] ?? "outside");
const grid = [[1], [2]];
console.log(grid[1]?.[0] ?? 0, grid[1]?.[4] ?? 0, grid[9]?.[0] ?? -1);
