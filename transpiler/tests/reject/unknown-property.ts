// A member of a library object that is read and not called.
const length = Object.keys; //! TP2009
console.log(length === null);
