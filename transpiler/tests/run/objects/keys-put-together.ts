// Members that the program names nowhere but by a key that it puts together.
class Counts {
  leftCount = 1;
  rightCount = 2;
}

function countOf(counts: Counts, side: "left" | "right"): number {
  return counts[`${side}Count` as const];
}

function add(counts: Counts, side: "left" | "right"): void {
  counts[`${side}Count` as const] = 7;
}

interface Limits {
  readonly lowMs: number;
  readonly highMs: number;
}

function valueOf<T, K extends keyof T>(object: T, key: K): T[K] {
  return object[key];
}

const counts = new Counts();
console.log(countOf(counts, "left"), countOf(counts, "right"));
add(counts, "right");
console.log(countOf(counts, "left"), countOf(counts, "right"));
const limits: Limits = { lowMs: 3, highMs: 4 };
for (const end of ["low", "high"] as const) console.log(valueOf(limits, `${end}Ms` as const));
