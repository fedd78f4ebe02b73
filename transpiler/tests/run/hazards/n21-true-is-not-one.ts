//! refuse for now
// true and 1 are two values for ===, as elements and as keys.
const mixed: (number | boolean)[] = [1, true, 0, false];
console.log(mixed.indexOf(true), mixed.indexOf(false), mixed.includes(true), mixed.indexOf(0));
const keys = new Map<number | boolean, string>([
  [1, "one"],
  [true, "yes"],
  [0, "zero"],
  [false, "no"],
]);
console.log(keys.size, keys.get(1), keys.get(true), keys.get(0), keys.get(false));
