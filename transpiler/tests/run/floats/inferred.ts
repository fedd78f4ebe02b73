// Where nothing says that it is a float: what is made of floats is one, and so is what is made of that.
const f = Math.fround;
const a: float = 2.5;
const b = -a;
const d = Math.abs(f(b - a));
let ratio = 0.5;
ratio = f(ratio * 3);
const opposite = (x: float) => -x;
const biggest = (xs: readonly float[]) => {
  let most = xs[0] ?? 0;
  for (const x of xs) most = Math.max(most, x);
  return most;
};
const settings = { gain: 0.25, offset: 3, limit: d };
settings.gain = f(settings.gain * 2);
class Level {
  value = 1.5;
  readonly sign = -1;
  get double() {
    return f(this.value * 2);
  }
  half() {
    return Math.min(this.value, 0.5);
  }
}
const level = new Level();
level.value = opposite(level.value);
console.log(b.toFixed(1), d.toFixed(1), ratio.toFixed(2), opposite(d).toFixed(1), biggest([1, 7.5, f(0.1)]).toFixed(1));
console.log(
  settings.gain.toFixed(2),
  settings.offset,
  settings.limit.toFixed(1),
  level.value.toFixed(1),
  level.sign,
  level.double.toFixed(1),
  level.half().toFixed(1),
);
const low = d < 3 ? 0 : d;
const again = opposite(opposite(ratio));
function sum(...xs: float[]) {
  let s = xs[0] ?? 0.5;
  for (const x of xs.slice(1)) s = f(s + x);
  return s;
}
const total = sum(a, b, d);
console.log(low.toFixed(1), again.toFixed(2), total.toFixed(2), sum().toFixed(1));
const { gain } = settings;
const rec = (n: u8): float => (n === 0 ? 0 : f(rec(n - 1) + 0.5));
const loop = (n: u8) => (n === 0 ? a : loop2(n));
const loop2 = (n: u8): float => loop((n - 1) & 255);
console.log(gain.toFixed(2), rec(5).toFixed(1), loop(3).toFixed(1));
