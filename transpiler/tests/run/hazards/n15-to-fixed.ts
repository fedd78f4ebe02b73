// toFixed of integers and of binary32 values, at ties and beyond 2^24.
const whole = [0, 7, -7, 123456789, -2147483648, 9007199254740991];
for (const n of whole) console.log(n.toFixed(), n.toFixed(0), n.toFixed(1), n.toFixed(2));
const f = Math.fround;
console.log(f(2.5).toFixed(0), f(1.5).toFixed(0), f(0.125).toFixed(2), f(10.25).toFixed(1), f(-0.5).toFixed(0));
console.log(f(21.7).toFixed(1), f(1 / 3).toFixed(4), f(100).toFixed(3), f(0.001).toFixed(2), f(16777216).toFixed(1));
const celsius = (raw: number): string => `${Math.fround(Math.fround(raw) / Math.fround(16)).toFixed(2)} C`;
console.log(celsius(320), celsius(-1), celsius(1023), celsius(0));
