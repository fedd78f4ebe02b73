// A spread into a library function that takes one value after the other.
const times: number[] = [1, 2];
setTimeout(...([() => console.log("late"), 5] as const)); //! TP1005
console.log(times.length);
