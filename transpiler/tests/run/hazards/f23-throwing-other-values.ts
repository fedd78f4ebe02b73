//! refuse TP2014 TP4005
// Only errors can be thrown: a text has no place in the device's exceptions, and is refused.
const risky = (n: number): number => {
  if (n > 2) throw "too large";
  return n;
};
try {
  console.log(risky(1), risky(3));
} catch (e) {
  console.log(e);
}
