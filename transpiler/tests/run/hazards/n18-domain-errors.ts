// The square root of a negative number is NaN in Node and an error on the device: a test stands before it.
const root = (x: number): number => (x < 0 ? -1 : Math.floor(Math.sqrt(x)));
for (const x of [-4, 0, 1, 3, 4, 15, 16, 17, 99, 100, 65535, 65536, 16777215]) console.log(x, root(x));
const integerPower = (base: number, exponent: int<0, 5>): number => base ** exponent;
console.log(integerPower(-8, 3), integerPower(2, 0), integerPower(0, 0), integerPower(-3, 5), (-2) ** 2, 2 ** 10);
