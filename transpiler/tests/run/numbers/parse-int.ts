// parseInt takes what stands at the start, in any base.
function parsed(text: string, radix?: number): string {
  const n = parseInt(text, radix);
  return isNaN(n) ? "NaN" : n.toString();
}
for (const text of ["42", "  42abc", "-17.9", "+3", "abc", "", "0x1F", "0b1", "1e3", "  ", "-", "07", "1,000"])
  console.log(`[${text}]`, parsed(text), parsed(text, 10), parsed(text, 16));
console.log(
  parsed("zz", 36),
  parsed("102", 2),
  parsed("777", 8),
  parsed("0xff", 16),
  parsed("ff", 16),
  parsed("12", 1),
  parsed("12", 37),
  parsed("12", 0),
);
const words = ["10", "20", "x"];
console.log(
  words
    .map((word) => parseInt(word, 10))
    .filter((n) => !Number.isNaN(n))
    .join("+"),
);
let total = 0;
for (const word of words) {
  const n = Number.parseInt(word, 10);
  if (Number.isInteger(n)) total += n % 1000;
}
console.log(total, Number.parseInt("7f", 16) || -1, parseInt("q", 16) || -1);
function port(text: string): number {
  const n = parseInt(text, 10);
  return n >= 1 && n <= 65535 ? n : 1883;
}
console.log(port("8883"), port("0"), port("http"), port("99999"));
