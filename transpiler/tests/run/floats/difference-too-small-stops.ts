// Two normal floats may differ by less than any normal float.
const f = Math.fround;
const low: float[] = [f(1.5e-38), f(1.2e-38)];
const less = (a: float, b: float): float => f(a - b); //! stops
console.log(less(low[0] ?? 0, low[0] ?? 0).toFixed(1), less(1, low[1] ?? 0).toFixed(2));
console.log(less(low[0] ?? 0, low[1] ?? 0) > 0);
