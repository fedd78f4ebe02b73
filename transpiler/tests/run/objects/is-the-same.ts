// Object.is: like ===, but that NaN is NaN.
const list = [1, 2];
const other = [1, 2];
console.log(Object.is(list, list), Object.is(list, other), Object.is("a", "a"), Object.is(1, 2), Object.is(5, 5));
const nan = Number("x");
const seven = Number("7");
console.log(
  Object.is(nan, nan),
  Object.is(nan, Number("y")),
  Object.is(nan, seven),
  Object.is(seven, 7),
  Object.is(nan, 7),
);
const values: (string | number | boolean)[] = [1, "1", true];
console.log(values.map((v) => `${Object.is(v, 1)} ${Object.is(v, true)} ${Object.is(v, "1")}`).join());
const anything: unknown[] = [list, 1, "t"];
console.log(Object.is(anything[0], list), Object.is(anything[1], 1), Object.is(anything[2], "u"));
const none: string | null = list.length > 5 ? "x" : null;
console.log(Object.is(none, null), Object.is(none, "x"));
