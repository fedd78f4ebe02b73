// at, with, toReversed and toSorted give new values and leave the array alone.
const xs = [3, 1, 2];
console.log(xs.at(0), xs.at(-1), xs.at(3) ?? "none", xs.at(-4) ?? "none");
console.log(
  xs.toSorted((a, b) => a - b).join(),
  xs.toReversed().join(),
  xs.with(1, 9).join(),
  xs.with(-1, 8).join(),
  xs.join(),
);
const words = ["b", "a", "c"];
console.log(words.toSorted().join(), words.toReversed().join(), words.with(0, "z").join(), words.join());
const frozen: readonly number[] = [5, 6];
console.log(frozen.toReversed().join(), frozen.at(-2), frozen.with(0, 1).join());
try {
  xs.with(3, 0);
  console.log("no error");
} catch (error) {
  console.log(error instanceof RangeError);
}
const made = xs.toReversed();
made.push(7);
console.log(made.length, xs.length);
const empty: string[] = [];
console.log(empty.at(0) ?? "-", empty.at(-1) ?? "-", empty.toReversed().length, empty.toSorted().length);
