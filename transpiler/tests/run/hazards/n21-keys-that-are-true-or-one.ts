//! refuse TP2010
// true and 1 are one key of a dict on the device: a Map takes numbers or truth values, not both.
const keys = new Map<number | boolean, string>([
  [1, "one"],
  [true, "yes"],
]);
console.log(keys.size, keys.get(1), keys.get(true));
