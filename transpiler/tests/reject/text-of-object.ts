// An object as text is [object Object] in Node.
const point = { x: 1 };
console.log(`at ${point}`); //! TP2011
