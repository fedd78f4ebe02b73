//! refuse TP2011
// The text of an object is "[object Object]" in JavaScript: a function for all types says what the text of each is.
const label = <T>(value: T): string => `<${value}>`;
console.log(label(1), label({ id: 2 }));
