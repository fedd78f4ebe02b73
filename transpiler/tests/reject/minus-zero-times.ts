const rest = (n: number): number => n % 4;
console.log(rest(-8) * 2); //! TP3006
