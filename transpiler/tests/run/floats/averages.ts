// Averages of readings as binary32 numbers: every step rounded alike on both sides.
const readings = [215, 217, 221, 219, 230, 198];
const mean = (xs: readonly number[]): float => {
  let sum: float = Math.fround(0);
  for (const x of xs) sum = Math.fround(sum + Math.fround(x));
  return Math.fround(sum / Math.fround(xs.length));
};
console.log(mean(readings).toFixed(2), mean([1, 2]).toFixed(1), mean([1, 1, 2]).toFixed(4));
const smooth = (xs: readonly number[], weight: float): string[] => {
  const out: string[] = [];
  let level: float = Math.fround(xs[0] ?? 0);
  for (const x of xs) {
    level = Math.fround(level + Math.fround(weight * Math.fround(Math.fround(x) - level)));
    out.push(level.toFixed(1));
  }
  return out;
};
console.log(smooth(readings, Math.fround(0.5)).join(" "), smooth([0, 100, 100, 100], Math.fround(0.25)).join(" "));
const celsius = (raw: u16): float => Math.fround(Math.fround(Math.fround(raw) * Math.fround(0.0625)) - Math.fround(40));
for (const raw of [0, 1, 640, 1023, 65535]) console.log(raw, celsius(raw).toFixed(3));
console.log(
  Math.floor(celsius(1023)),
  Math.round(celsius(1000)) + 0,
  Math.trunc(celsius(1)) + 0,
  celsius(640) === Math.fround(0),
);
