// A value that does not fit its brand.
function low(value: number): u8 {
  return value; //! TP3005: 255
}
console.log(low(300));
