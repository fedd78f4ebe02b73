// The root of a negative number is NaN: it stops.
const f = Math.fround;
const squares: float[] = [2, 0.25, 0, -1];
for (const x of squares) {
  const root = f(Math.sqrt(x)); //! stops
  console.log(root.toFixed(6));
}
