// A division whose result is not made an integer.
const total = [1, 2, 3];
console.log(total.length / 2); //! TP3002
