// An empty array is true; arrays are equal only to themselves.
const empty: number[] = [];
console.log(empty ? "true" : "false", !empty, empty.length ? "items" : "none", !!empty.length);
const a = [1];
const b = [1];
console.log(a === b, a === a, a !== b, a.join() === b.join());
const maybe: number[] | undefined = [[1, 2]].find((x) => x.length === 5);
console.log(maybe?.length, maybe ? 1 : 0, (maybe ?? []).length);
function describe(xs: string[] | null): string {
  if (!xs) return "null";
  if (!xs.length) return "empty";
  return xs.join("+");
}
console.log(describe(null), describe([]), describe(["x", "y"]));
console.log(Array.isArray(a), Array.isArray("a"), Array.isArray(null));
