// The text of a float, but for toFixed.
const half = Math.fround(0.5);
console.log(half); //! TP3013
console.log(`${half}`, 1); //! TP3013
console.log(String(half)); //! TP3013
console.log(half.toString()); //! TP3013
console.log("" + half); //! TP3013
console.log([half].join()); //! TP3013
console.log(JSON.stringify({ half })); //! TP2012: a float
const floats = [half];
floats.sort(); //! TP4001
