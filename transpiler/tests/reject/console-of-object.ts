// console.log shows objects by Node's own inspection.
console.log([1]); //! TP4005: number[]
