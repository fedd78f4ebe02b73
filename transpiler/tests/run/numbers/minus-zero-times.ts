// -0 times what is not negative is -0, and 0 times what is.
const rest = (n: number): number => n % 4;
const twice = (n: number): number => rest(n) * 2;
const thrice = (n: number): number => 3 * rest(n);
console.log(`${twice(-8)} ${twice(-7)} ${thrice(-8)} ${rest(-4) * rest(8)} ${rest(-4) * rest(-4)}`);
console.log(twice(-8) + 0, thrice(-4) + 0);
