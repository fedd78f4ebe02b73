// Constants that no float is near to, and integers that may be none.
const large = Math.fround(1e39); //! TP3012
const small = Math.fround(1e-40); //! TP3012
const infinite = Math.fround(1 / 0); //! TP3012
const pi = Math.PI; //! TP3001
const ratio = (a: u32, b: u16): float => Math.fround(a / (b + 1)); //! TP3014: beyond 2^24
console.log(ratio(1, 2).toFixed(1));
export { infinite, large, pi, small };
console.log(ratio(1, 2).toFixed(101)); //! TP3005
console.log((5).toFixed(-1)); //! TP3005
