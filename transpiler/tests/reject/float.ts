// Floating-point numbers.
Math.fround(1); //! TP3008
let level: float = 3; //! TP3008
level = 4;
