// A float from 2^53 on is no integer that can be computed with.
const f = Math.fround;
let x: float = 1e10;
for (let i = 0; i < 3; i++) {
  console.log(Math.trunc(x)); //! stops
  x = f(x * 1000);
}
