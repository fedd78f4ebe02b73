// The truth of a value that may be of several types.
function isSet(value: string | number[] | null): boolean {
  return value ? true : false; //! TP2005
}
console.log(isSet(""));
