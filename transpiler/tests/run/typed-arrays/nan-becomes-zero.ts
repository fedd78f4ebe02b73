// What may be NaN is kept as 0 by a typed array; the value of the assignment is what was assigned.
const texts = ["12", "x", "-7", "300", ""];
const bytes = new Uint8Array(5);
const words = new Int16Array(5);
const longs = new Uint32Array([9, 9, 9, 9, 9]);
texts.forEach((text, i) => {
  bytes[i] = parseInt(text, 10);
  words[i] = longs[i] = Number(text);
});
console.log(bytes.join(), words.join(), longs.join());
const given = (bytes[0] = parseInt("none", 10));
console.log(Number.isNaN(given), bytes[0]);
const at = [5, 0, 1];
words[at.length - 1] = Number.parseInt("?", 10);
console.log(words.join());
