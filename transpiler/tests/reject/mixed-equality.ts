// 1 and true are one value for Python.
function same(a: number | boolean, b: number | boolean): boolean {
  return a === b; //! TP2004
}
console.log(same(1, true));
