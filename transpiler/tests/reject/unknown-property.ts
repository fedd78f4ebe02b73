// A member of a library object that is read and not called.
const length = Object.keys; //! TP2009
console.log(length === null);
const two: [number, number] = [1, 2];
console.log(two.push(3)); //! TP2009: push of a tuple
