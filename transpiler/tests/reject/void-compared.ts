// What a function of the type () => void gives may be anything.
const five: () => void = () => 5;
console.log(five() === undefined); //! TP2004: nothing
