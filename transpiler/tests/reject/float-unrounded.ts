// Operations on floats that no Math.fround rounds.
const half: float = 0.5;
let level = Math.fround(half + half + half); //! TP3010: The result of + on floats
level += half; //! TP3010: The result of +
level++; //! TP3010
const root = Math.sqrt(half); //! TP3010: Math.sqrt
console.log(Math.round(half * 100), root); //! TP3010
