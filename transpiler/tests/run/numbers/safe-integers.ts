// Sums and differences are exact up to 2^53; comparisons hold at the edges.
const max = Number.MAX_SAFE_INTEGER;
const min = Number.MIN_SAFE_INTEGER;
console.log(max, min, max - 1, min + 1, max + min);
console.log(max - 9007199254740990, max > 9007199254740990, min < max, max === 9007199254740991);
const seconds = 4294967296;
console.log(seconds * 1000, seconds * 1000 + 999, Math.floor((seconds * 1000 + 999) / 1000));
console.log(max % 10, max % 1000003, `${min % 10}`, Math.floor(max / 2), Math.floor(max / 4294967296));
console.log(max | 0, max >>> 0, (max - 1) | 0, min | 0, (max - 4294967295) | 0);
let sum = 0;
for (let i = 0; i < 1000; i++) sum += 2147483647;
console.log(sum, sum - 2147483647000);
console.log(1073741823 + 1, 1073741824 * 2, -1073741824 - 1, 2147483647 + 1, -2147483648 - 1);
const edges = [1073741823, 1073741824, 2147483648, 4294967295, 4294967296, 281474976710656];
for (const edge of edges) console.log(edge, -edge, edge + edge, edge - 1 - edge, edge === edge + 1);
