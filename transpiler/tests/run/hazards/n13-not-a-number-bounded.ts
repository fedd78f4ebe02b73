// Text that is no number becomes NaN, which is tested at once and goes no further; the sum is cut to 32 bits.
const parse = (text: string): number | null => {
  const n = Number.parseInt(text, 10);
  return Number.isNaN(n) ? null : n;
};
for (const text of ["12", "-7", "+3", "", " 42", "4 2", "x1", "0x10", "12px", "--1", "-", "007"])
  console.log(text, parse(text));
const total = ["1", "two", "3"].reduce((sum, text) => (sum + ((parse(text) ?? 0) | 0)) | 0, 0);
console.log(total, parse("9007199254740991"), parse("1e3"));
const port = (text: string): string => {
  const n = parseInt(text, 10);
  if (isNaN(n) || n < 1 || n > 65535) return "bad port";
  return `port ${n}`;
};
console.log(port("80"), port("0"), port("65536"), port("http"), port("8080/tcp"));
