// Statements and operators outside the subset.
var counter = 0; //! TP1001: var
console.log(counter);
const box: { a?: number } = { a: 1 };
delete box.a; //! TP1001
