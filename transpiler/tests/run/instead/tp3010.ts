// Instead of TP3010: one operation in each Math.fround.
const [a, b, c]: [float, float, float] = [0.5, Math.fround(0.1), 3];
const sum = Math.fround(Math.fround(a + b) + c);
let total: float = 0;
for (const x of [a, b, c]) total = Math.fround(total + x);
console.log(sum.toFixed(4), total === sum, Math.fround(Math.sqrt(sum)).toFixed(3));
