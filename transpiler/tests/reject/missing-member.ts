// What JavaScript has and the subset lacks.
export {};
console.log("abc".match("b") === null); //! TP4010: `match` of a text
console.log(new Date().getTime()); //! TP4010: `Date`
console.log(Math.random()); //! TP4010: `Math.random`
