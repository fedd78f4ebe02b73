// Loops with break, continue, return and throw from several places; loop variables after the loop.
const firstRepeated = (text: string): string => {
  const seen = new Set<string>();
  for (const c of text) {
    if (c === " ") continue;
    if (seen.has(c)) return c;
    seen.add(c);
  }
  return "none";
};
console.log(firstRepeated("ab c b a"), firstRepeated("a b"), firstRepeated(""));
const collatz = (n: number): number => {
  let steps = 0;
  let x = n;
  for (;;) {
    if (x === 1) break;
    if (steps > 200) return -1;
    x = x % 2 === 0 ? Math.floor(x / 2) : (3 * x + 1) & 0xffffff;
    steps++;
  }
  return steps;
};
console.log([1, 2, 3, 7, 27].map(collatz).join());
let i: number;
for (i = 0; i < 10; i++) if (i * i > 50) break;
console.log(i);
let j = 10;
do {
  j -= 3;
  if (j === 4) continue;
  if (j < 0) break;
} while (j > -5);
console.log(j);
const primes: number[] = [];
candidates: for (let n = 2; n < 1000 && primes.length < 10; n++) {
  for (const p of primes) {
    if (p * p > n) break;
    if (n % p === 0) continue candidates;
  }
  primes.push(n);
}
console.log(primes.join());
const parse = (words: string[]): string => {
  let out = "";
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    switch (word) {
      case "skip":
        at++;
        continue;
      case "end":
        return `${out}.`;
      case "throw":
        throw new Error(`at ${at}`);
    }
    out += word;
  }
  return out;
};
for (const text of ["a skip b c", "a end b", "skip", "x throw", ""]) {
  try {
    console.log(JSON.stringify(parse(text.split(" "))));
  } catch (e) {
    console.log((e as Error).message);
  }
}
for (let a = 0, b = 0; a + b < 6; a < b ? a++ : b++) console.log(a, b);
