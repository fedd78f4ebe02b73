// A number that may be NaN is computed with.
const n = Number("12");
console.log(n % 10); //! TP3009: may be NaN
const m = parseInt("7", 10);
const xs = [1, 2, 3];
console.log(xs[m]); //! TP3009
const age: int<0, 150> = m; //! TP3009 //! TP3005
console.log(age, Math.max(m, 1), -n); //! TP3009
const words = new Int16Array([n]); //! TP3009
words.fill(n); //! TP3009
words.set([n]); //! TP3009
console.log(words.map((word) => Number(`${word}`)).join()); //! TP3009
