// trim takes away all white space of JavaScript, also that beyond ASCII.
const samples = [
  "  x  ",
  "\t\r\n x\v\f",
  "\u00a0x\u3000",
  "\ufeffx\u2028",
  " \u1680\u2003x y\u205f",
  "\u200bx\u200b",
  "\u0085x",
  " \u00a0 ",
];
for (const sample of samples) {
  console.log(sample.length, sample.trim().length, sample.trimStart().length, sample.trimEnd().length);
}
console.log(`[${"  a b  ".trim()}] [${"  a".trimStart()}] [${"a  ".trimEnd()}] [${"".trim()}]`);
console.log("x".trim() === "x", "   ".trim() === "", "\n\n".trimEnd().length);
