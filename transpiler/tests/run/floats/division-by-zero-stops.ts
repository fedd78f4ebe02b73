// A float by 0 is Infinity in JavaScript: it stops.
const f = Math.fround;
const values: float[] = [4, 0.5, 0, 2];
const inverse = (x: float): float => f(1 / x); //! stops
for (const x of values) console.log(inverse(x).toFixed(3));
