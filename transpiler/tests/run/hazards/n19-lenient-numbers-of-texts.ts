// Number() takes a whole text, parseInt what stands at its front; both skip white space.
for (const text of ["12", " 12 ", "12px", "", "-5", "abc", "0", "1 2", "\t7\n", "0x1F", "0b101", "0o17"]) {
  const whole = Number(text);
  const front = parseInt(text, 10);
  console.log(JSON.stringify(text), Number.isNaN(whole) ? "NaN" : `${whole}`, Number.isNaN(front) ? "NaN" : `${front}`);
}
console.log(
  parseInt("ff", 16),
  parseInt("0xff", 16),
  parseInt("1010", 2),
  parseInt("z", 36),
  parseInt("777", 8),
  parseInt("12", 3),
);
const digits = "3,14,,159,x";
const numbers = digits
  .split(",")
  .map(Number)
  .filter((n) => !Number.isNaN(n));
console.log(numbers.join(" "), numbers.length);
console.log(((+"41" || 0) & 0xff) + 1, +"", +"-7", Number(true), Number(false), Number(null), "3" + 4);
