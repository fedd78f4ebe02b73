// x! of what is missing stops, and no catch of the program sees it.
const names: (string | null)[] = ["a", null];
function pick(i: number): string | null {
  return names[i];
}
console.log(pick(0)!, pick(0)!.length);
try {
  const text = pick(1)!; //! stops
  console.log(`not reached: ${text}`);
} catch {
  console.log("not reached");
}
