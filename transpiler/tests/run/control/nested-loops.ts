// Nested loops: primes, a triangle and a search.
const primes: int<2, 29>[] = [];
for (let n = 2; n < 30; n++) {
  let prime = true;
  for (const p of primes) {
    if (p * p > n) break;
    if (n % p === 0) {
      prime = false;
      break;
    }
  }
  if (prime) primes.push(n);
}
console.log(primes.join());
for (let row = 1; row <= 3; row++) {
  let line = "";
  for (let column = 0; column < row; column++) line += column === 0 ? "*" : " *";
  console.log(line);
}
let triples = 0;
for (let a = 1; a < 20; a++) {
  for (let b = a; b < 20; b++) {
    for (let c = b; c < 30; c++) {
      if (a * a + b * b === c * c) triples++;
    }
  }
}
console.log(triples);
const sieve: boolean[] = [];
for (let i = 0; i < 30; i++) sieve.push(i > 1);
for (let i = 2; i < 6; i++) if (sieve[i]) for (let j = i * i; j < 30; j += i) sieve[j] = false;
console.log(
  sieve
    .map((p, i) => (p ? `${i}` : ""))
    .filter((s) => s !== "")
    .join(" "),
);
