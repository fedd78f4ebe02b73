// Math.max and Math.min of what is spread: each list may be empty.
function many(n: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < n; i++) out.push(i);
  return out;
}
const a = [5, 7];
const b = many(0).map((x) => x + 100);
console.log(
  Math.max(...a, ...b),
  Math.min(...b, ...a),
  Math.max(1, ...b),
  Math.max(...a),
  `${Math.max(...a, ...b) << 3}`,
);
