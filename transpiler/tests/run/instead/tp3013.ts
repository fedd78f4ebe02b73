// Instead of TP3013: toFixed.
const level = Math.fround(0.1);
console.log(level.toFixed(2), `${level.toFixed(1)} V`, JSON.stringify({ level: level.toFixed(3) }));
