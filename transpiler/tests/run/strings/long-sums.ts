// Sums of very many terms: integers first, then text, with what is evaluated on the way in its order.
let calls = 0;
function next(): number {
  calls = (calls + 1) % 1000;
  return calls;
}
const flag: boolean = calls === 0;
const missing: string | undefined = undefined as string | undefined;
console.log(
  next() + next() + next() + "|" + next() + next() + "," + flag + "," + missing + "," + null + "," + undefined + "," +
  1 + 2 + 3 + "a" + 4 + 5 + 6 + "b" + (1 + 2) + "c" + `${calls}` + "d" + next() + "e" + next() + "f" + next() + "g" +
  "h" + "i" + "j" + next() + "k" + next() + "l" + next() + "m" + next() + "n" + next() + "o" + next() + "p" + next() +
  "q" + next() + "r" + next() + "s" + next() + "t" + next() + "u" + next() + "v" + next() + "w" + next() + "x" + calls,
);
const one: u8 = 1;
console.log(
  one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one +
  one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one +
  one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one + one,
  next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() +
  next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() +
  next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() +
  next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next(),
);
