//! refuse TP3002
// A quotient may be an index or a count only where it is rounded to an integer first: this one is not.
const letters = ["a", "b", "c", "d", "e"];
const middle = letters.length / 2;
console.log(letters[(letters.length - 1) / 2], letters[Math.floor(middle)], "ab".repeat(4 / 2));
