// What is so close to 0 that the board takes it for 0 stops; 0 itself does not.
const f = Math.fround;
const values: float[] = [1, f(1e-10), 0, f(1e-18), f(1e-20)];
for (const x of values) {
  const square = f(x * x); //! stops
  console.log(square === 0, square < f(1e-30));
}
