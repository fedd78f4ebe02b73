// console.log shows objects by Node's own inspection: TypeScript's own types say so first.
console.log([1]); //! TS2345
