// The third argument of JSON.stringify: spaces by number or by text, at most ten.
const value = { name: "a", list: [1, 2, [3]], nothing: null, inner: { deep: true, empty: {}, none: [] } };
console.log(JSON.stringify(value, null, 2));
console.log(JSON.stringify(value, null, "\t"));
console.log(
  JSON.stringify([], null, 2),
  JSON.stringify({}, null, 2),
  JSON.stringify("a", null, 2),
  JSON.stringify([1], null, 0),
);
console.log(JSON.stringify([1], null, ""), JSON.stringify([1], null, 12), JSON.stringify([1], null, "0123456789ab"));
console.log(JSON.stringify({ 'quote"': 'a{b}[c],:"\\' }, null, 1), JSON.stringify([[], [[]]], null, -3));
console.log(JSON.stringify(["[", "]", "{", "}", ",", ":", '\\"', ""], null, 1));
const byKey: Record<string, number[]> = { b: [1], a: [] };
console.log(JSON.stringify(byKey, null, 2));
