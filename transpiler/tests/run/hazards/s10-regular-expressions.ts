//! refuse TP1001 TP4010
// Regular expressions of MicroPython match other texts than JavaScript's: refused.
const word = /\bfoo\d{2,}/;
console.log(word.test("a foo12"), "a1b22".replace(/\d+/g, "#"), "k=v".match(/^(\w+)=(\w+)$/)?.[1]);
