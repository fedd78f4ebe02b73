// typeof as a text, of what may be null or undefined.
const value: unknown = "x";
console.log(typeof value); //! TP2015
