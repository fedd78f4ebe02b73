// An item outside of an array whose type has no undefined: it stops, and no catch sees it.
const xs = [1, 2, 3];
function at(i: number): number {
  return xs[i] as number; //! stops
}
try {
  console.log(at(2));
  console.log(at(-1));
} catch {
  console.log("caught");
}
