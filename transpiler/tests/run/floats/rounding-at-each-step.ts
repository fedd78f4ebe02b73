// What 64 bits would give otherwise: each step is rounded to 32 bits, on both sides.
const f = Math.fround;
const tenth = f(0.1);
const [a, b]: float[] = [f(0.1), f(0.2)];
console.log(f(0.1 + 0.2) === f(0.3), f((a ?? 0) + (b ?? 0)) === f(0.3), f((a ?? 0) + (b ?? 0)).toFixed(10));
let sum: float = 0;
let many: float = 0;
for (let i = 0; i < 10; i++) sum = f(sum + tenth);
for (let i = 0; i < 3000; i++) many = f(many + tenth);
console.log(sum.toFixed(8), sum === 1, many.toFixed(5));
let big: float = 16777215;
for (let i = 0; i < 4; i++) {
  console.log(big.toFixed(1), f(big + 0.5).toFixed(1), f(big - 0.5).toFixed(1));
  big = f(big + 1);
}
const parts: float[] = [1e10, 1, f(-1e10), f(1e-10), f(1e20), f(3.14159), f(-1e20), 33554432, 3];
let left: float = 0;
let right: float = 0;
for (const part of parts) left = f(left + part);
for (let i = parts.length - 1; i >= 0; i--) right = f(right + (parts[i] ?? 0));
console.log(left.toFixed(3), right.toFixed(3));
for (const x of parts)
  for (const y of parts) {
    const quotient = f(x / y);
    console.log(Math.abs(quotient) < 1e10 ? quotient.toFixed(14) : "large", f(x * 3).toFixed(2), f(x - y).toFixed(1));
  }
const third = f(1 / 3);
console.log(f(third * 3) === 1, f(f(third * 3) - 1).toFixed(9), f(f(2) * f(third + third)).toFixed(9));
