// Recursion goes as deep as the stack of the device, and ends there with an error at its line.
const depth = (n: number): number => (n > 0 ? 1 + depth(n - 1) : 0); //! stops
console.log(depth(0), depth(1), depth(5));
console.log(depth(5000));
