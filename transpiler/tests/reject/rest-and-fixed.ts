// A function with a rest parameter stands for one without, and the other way round.
type Sum = (...values: number[]) => number;
const add: Sum = (a, b) => a + b; //! TP2018: rest
console.log(add(1, 2));
