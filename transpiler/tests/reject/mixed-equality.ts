// The order of truth values.
function isBefore(a: boolean, b: boolean): boolean {
  return a < b; //! TP2004
}
console.log(isBefore(false, true));
