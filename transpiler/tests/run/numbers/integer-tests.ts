// Number.isInteger and its kin, the limits, Number() of what is no text.
console.log(
  Number.isInteger(5),
  Number.isSafeInteger(Number.MAX_SAFE_INTEGER - 1),
  Number.isFinite(0),
  Number.isNaN(7),
  isNaN(3),
  isFinite(-1),
);
console.log(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1);
console.log(Number(true), Number(false), Number(12), Number(null), Number(""));
function kind(value: string | number | boolean): string {
  return Number.isInteger(value) ? "integer" : "other";
}
console.log(kind(1), kind("1"), kind(true), kind(0));
