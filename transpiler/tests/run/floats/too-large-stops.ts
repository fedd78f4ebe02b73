// What is too large for 32 bits is Infinity: it stops, and no catch sees it.
const f = Math.fround;
let x: float = f(1e30);
try {
  for (let i = 0; i < 5; i++) {
    x = f(x * 1000); //! stops
    console.log(f(x / f(1e30)).toFixed(0));
  }
} catch (error) {
  console.log("caught", error instanceof Error);
}
