// An integer where a float is expected, and a float where an integer is.
const count = [1, 2].length;
let level: float = count; //! TP3011: An integer meets a float
level = Math.fround(count);
let whole = 1;
whole = level; //! TP3011: A float meets an integer
console.log(whole, level < count); //! TP3011
