// throw, catch and what an Error carries.
function risky(n: number): string {
  if (n === 1) throw new Error("one");
  if (n === 2) throw new TypeError("two");
  if (n === 3) throw new RangeError("three");
  if (n === 4) throw new SyntaxError();
  return `fine ${n}`;
}
for (let n = 0; n < 5; n++) {
  try {
    console.log(risky(n));
  } catch (error) {
    if (error instanceof Error) console.log(error.name, error.message === "" ? "(empty)" : error.message);
    console.log(error instanceof TypeError, error instanceof RangeError, error instanceof SyntaxError);
  }
}
const kept = new Error("made, not thrown");
kept.message += " yet";
console.log(kept.message, kept.name);
try {
  throw kept;
} catch (error) {
  console.log(error instanceof Error && error === kept);
}
