//! refuse TP4010
// Normal forms and the order of a locale are tables that the device has not: refused.
console.log("e\u0301".normalize() === "é", ["ä", "a", "z"].sort((a, b) => a.localeCompare(b)).join(""));
console.log((1234567).toLocaleString());
