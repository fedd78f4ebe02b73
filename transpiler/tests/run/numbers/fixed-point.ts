// Numbers with a fraction as integers of a smaller unit: averages, percentages, temperatures, voltages, rounded as meant.
const decimal = (scaled: int<-999_999_999, 999_999_999>, digits: int<1, 6>): string => {
  const unit = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000][digits];
  const size = Math.abs(scaled);
  return `${scaled < 0 ? "-" : ""}${Math.floor(size / unit)}.${String(size % unit).padStart(digits, "0")}`;
};
console.log(decimal(1500, 3), decimal(-5, 2), decimal(0, 1), decimal(-123_456_789, 6), decimal(100, 2));
const mean = (xs: readonly int<-100_000, 100_000>[], digits: 0 | 1 | 2): string => {
  let sum = 0;
  for (const x of xs) sum = (sum + x) | 0;
  const scale = [1, 10, 100][digits];
  if (xs.length === 0) return "none";
  return `${Math.round(((sum % 1_000_000) * scale) / xs.length) + 0}/${scale}`;
};
console.log(mean([215, 217, 221], 1), mean([1, 2], 2), mean([-1, -2], 0), mean([], 0), mean([0], 2));
const celsius = (raw: u16): string => decimal((raw >= 0x8000 ? raw - 0x10000 : raw) * 625, 4);
for (const raw of [0, 1, 0x191, 0xffff, 0xfe6f, 0x8000, 0x7fff]) console.log(celsius(raw));
const volts = (millivolts: int<0, 99_999>): string =>
  `${Math.floor(millivolts / 1000)}.${String(millivolts % 1000).padStart(3, "0")}`;
const volt = (raw: int<0, 4095>): string => volts(Math.round((raw * 3300) / 4095));
console.log([0, 1, 2047, 2048, 4095].map(volt).join(" "), volts(12_050));
const parse = (text: string): number | null => {
  const [whole = "", fraction = ""] = text.split(".");
  const value = parseInt(whole + fraction.padEnd(2, "0").slice(0, 2), 10);
  return Number.isNaN(value) ? null : value;
};
console.log(parse("12.5"), parse("0.07"), parse("3"), parse("-1.25"), parse("x"), parse(""));
