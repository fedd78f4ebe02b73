// A power that may be a fraction.
function scale(exponent: int<-1, 3>): number {
  return 10 ** exponent; //! TP3007
}
console.log(scale(-1));
