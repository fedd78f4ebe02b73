//! refuse TP3013
// A floating-point number as a text without toFixed has other digits on the device: refused.
const level: float = Math.fround(0.1);
console.log(`${level}`);
