// Filters and solvers in loops: what is computed goes back into what is computed next.
const f = Math.fround;
class Kalman {
  private estimate: float = 0;
  private error: float = 1;
  constructor(
    private readonly process: float,
    private readonly measurement: float,
  ) {}
  update(value: float): float {
    this.error = f(this.error + this.process);
    const gain = f(this.error / f(this.error + this.measurement));
    this.estimate = f(this.estimate + f(gain * f(value - this.estimate)));
    this.error = f(f(1 - gain) * this.error);
    return this.estimate;
  }
}
const kalman = new Kalman(f(0.01), f(0.5));
console.log(([20, 21.5, 19, 20.25, 22, 20] as float[]).map((x) => kalman.update(x).toFixed(4)).join(" "));
const root = (x: float): float => {
  let guess: float = x > 1 ? x : 1;
  for (let i = 0; i < 30; i++) {
    const next = f(f(guess + f(x / guess)) / 2);
    if (next === guess) break;
    guess = next;
  }
  return guess;
};
for (const x of [2, 9, 0.25, f(1e6), f(1e-6)] as float[]) console.log(root(x).toFixed(6), f(Math.sqrt(x)).toFixed(6));
const series = (x: float): float => {
  let term: float = 1;
  let sum: float = 1;
  for (let n = 1; n <= 12; n++) {
    term = f(f(term * x) / n);
    sum = f(sum + term);
  }
  return sum;
};
console.log(series(1).toFixed(6), series(f(0.5)).toFixed(6), series(-1).toFixed(6), series(0).toFixed(1));
const polynomial = (coefficients: readonly float[], x: float): float =>
  coefficients.reduceRight((sum, c) => f(f(sum * x) + c), 0 as float);
console.log(polynomial([1, -2.5, 0.5], 3).toFixed(3), polynomial([f(0.1), f(0.2), f(0.3)], f(-1.7)).toFixed(5));
let ema: float = 0;
for (let i = 0; i < 200; i++) ema = f(ema + f(f(0.05) * f((i % 10) - ema)));
console.log(ema.toFixed(4));
