// A battery: millivolts of an analogue input, averaged, through a divider, as volts and percent.
const f = Math.fround;
const DIVIDER: float = f(3.3 / 65535);
interface Reading {
  readonly volts: float;
  readonly percent: int<0, 100>;
}
const samples = (seed: u16): u16[] => Array.from({ length: 8 }, (_, i) => (seed + i * 37) & 0xffff);
const average = (values: readonly u16[]): float => {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length > 0 ? f(f(sum) / values.length) : 0;
};
const EMPTY: float = f(3.3);
const FULL: float = f(4.2);
const percentOf = (volts: float): int<0, 100> => {
  const share = f(f(volts - EMPTY) / f(FULL - EMPTY));
  return Math.max(0, Math.min(100, Math.round(f(share * 100))));
};
const read = (seed: u16): Reading => {
  const volts = f(f(average(samples(seed)) * DIVIDER) * 3);
  return { volts, percent: percentOf(volts) };
};
for (const seed of [0, 20000, 21845, 22000, 24000, 26000, 27500, 28000, 65535]) {
  const { volts, percent } = read(seed);
  console.log(`${seed}: ${volts.toFixed(2)} V ${percent} % ${volts < EMPTY ? "low" : volts >= FULL ? "full" : "ok"}`);
}
const millivolts = 3712;
console.log(f(millivolts / 1000).toFixed(2), Math.round(f(f(millivolts / 1000) * 1000)));
