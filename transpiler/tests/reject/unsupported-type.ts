// A type that has no form on the device.
function show(n: int<0, number>): void { //! TP2010: int
  console.log(n);
}
show(1);
