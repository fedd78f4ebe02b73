// An element of what may be an array, or a text.
const either: number[] | string = [1].length > 0 ? "a" : [2];
console.log(either[0]); //! TP4001: element access
