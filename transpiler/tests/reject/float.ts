// Floating-point numbers.
Math.fround(1); //! TP3008
