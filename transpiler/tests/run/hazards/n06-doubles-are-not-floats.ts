//! refuse TP3001 TP3010
// Sums of decimal fractions are doubles in Node and binary32 on the device: refused, whatever is done with them.
const price = 0.1 + 0.2;
console.log(price, price === 0.3, 16777216 + 1.5);
console.log(Math.round(price * 100));
