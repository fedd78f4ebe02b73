// A pattern takes more items from a Set than it has: what its type excludes stops, and no catch sees it.
const seen: number[] = [7];
const note = (n: number): number => {
  console.log(n);
  return n;
};
try {
  const [first, second = note(5)] = new Set(seen);
  console.log(first, second);
  seen.pop();
  const [third, fourth = note(6)] = new Set(seen); //! stops
  console.log(third, fourth);
} catch {
  console.log("caught");
}
