// Where integers become floats and back, said by Math.fround, floor, round and trunc.
const volts = (raw: int<0, 4095>): float =>
  Math.fround(Math.fround(Math.fround(raw) * Math.fround(3.3)) / Math.fround(4095));
const percent = (v: float): number => Math.round(Math.fround(Math.fround(v * Math.fround(100)) / Math.fround(3.3)));
for (const raw of [0, 1, 2047, 2048, 4095]) console.log(raw, volts(raw).toFixed(3), percent(volts(raw)));
const buckets = [0, 0, 0, 0];
for (let raw = 0; raw <= 4095; raw += 819) {
  const bucket = Math.min(3, Math.floor(volts(raw)));
  buckets[bucket] = (buckets[bucket] ?? 0) + 1;
}
console.log(buckets.join());
const dutyOf = (brightness: float): number => Math.trunc(Math.fround(brightness * Math.fround(65535)));
console.log(dutyOf(Math.fround(0)), dutyOf(Math.fround(0.5)), dutyOf(Math.fround(1)), dutyOf(Math.fround(0.333)));
const history: float[] = [];
for (let i = 1; i <= 4; i++) history.push(Math.fround(Math.fround(i) / Math.fround(3)));
console.log(history.map((h) => h.toFixed(2)).join(" "), history.length, history.indexOf(Math.fround(1)));
const settings: { gain: float; offset: number } = { gain: Math.fround(1.5), offset: -3 };
console.log(Math.round(Math.fround(settings.gain * Math.fround(10))) + settings.offset);
