// The type any, said and used.
function show(value: any): void { //! TP2001: value
  console.log(value === 1); //! TP2001: value
}
show(1);
