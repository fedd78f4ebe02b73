//! refuse TP3004
// Steps beyond 2^31 pass 2^53 within minutes: they are no steps.
let total = 0;
for (let i = 0; i < 100_000; i++) total += ((i * 40503) & 0x7ffffff) * 1000;
console.log(total);
