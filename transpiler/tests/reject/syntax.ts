// Statements and operators outside the subset.
export namespace Inner { //! TP1001
  export const one = 1;
}
var counter = 0; //! TP1001: var
console.log(counter);
const box: { a?: number } = { a: 1 };
delete box.a; //! TP1001
