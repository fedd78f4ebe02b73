// true and 1 are two values for ===, as elements and as keys.
const mixed: (number | boolean)[] = [1, true, 0, false];
console.log(mixed.indexOf(true), mixed.indexOf(false), mixed.includes(true), mixed.indexOf(0));
console.log(mixed.map((v) => (v === true ? "yes" : v === 1 ? "one" : v === false ? "no" : "zero")).join());
