// Outside of an array that holds null, but no undefined: it stops instead of giving null.
const names: (string | null)[] = ["a", null];
function pick(i: number): string | null {
  return names[i]; //! stops
}
console.log(pick(0), pick(1));
console.log(pick(2));
