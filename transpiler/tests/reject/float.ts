// Floating-point numbers.
Math.fround(1); //! TP3008 //! TP2010
