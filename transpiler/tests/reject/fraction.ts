// A number with a fraction.
const price = 9.99; //! TP3001
console.log(price);
