// typeof as a text.
const value: string | number = "x";
console.log(typeof value); //! TP2015
