const NAMES = new Map<number, string>([
  [1, "one"],
  [2, "two"],
]);
console.log(NAMES.get(2) ?? "none");
