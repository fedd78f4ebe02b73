// Statements and operators outside the subset.
var counter = 0; //! TP1001: var
console.log(counter);
const box = [1];
delete box[0]; //! TP1001: delete on this value
