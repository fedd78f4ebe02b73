// == converts.
const n: number = 1;
console.log(n == 1); //! TP2013: ==
