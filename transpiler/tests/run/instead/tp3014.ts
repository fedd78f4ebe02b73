// Instead of TP3014: a large integer is rounded first.
const mean = (sum: u32, count: u32): float => Math.fround(Math.fround(sum) / Math.fround(count + 1));
console.log(mean(4294967295, 1).toFixed(1), mean(123456789, 2).toFixed(1));
