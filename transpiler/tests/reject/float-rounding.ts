// Math.fround is called, and nothing else: it is no function on the device.
const f = Math.fround;
const xs = [1, 2].map(f); //! TP4001: as a value
const g = f; //! TP4001: as a value
console.log(f(1).toFixed(1), xs.length, typeof g);
