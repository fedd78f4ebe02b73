// A Map is {} for JSON.stringify, which nobody means.
console.log(JSON.stringify(new Map([["a", 1]]))); //! TP2012
