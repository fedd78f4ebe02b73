//! refuse TP3004
// A product beyond 2^53 loses its low bits in Node before the mask sees them: refused; Math.imul is what is meant.
let seed = 123456789;
for (let i = 0; i < 5; i++) {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  console.log(seed);
}
