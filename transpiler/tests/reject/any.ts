// The type any, said and used.
function show(value: any): void { //! TP2001: any
  console.log(value === 1);
}
show(1);
