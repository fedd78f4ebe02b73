// What a comparison tells before a continue does not hold at the end of the turn, which the continue comes to as well.
const turns: string[] = [];
for (let i = -3, j = 3; i < j; i++, j--) {
  if (i === -1) continue;
  turns.push(`${i % 2} ${i >> 1}`);
}
console.log(turns.join());
let n = 3;
do {
  n -= 2;
  if (n < 0) continue;
  turns.push(`n ${n % 4}`);
} while (n % 4 !== -3);
console.log(turns.join(), `${n % 4}`);
for (let k = 9; k > -9; k -= 4) {
  if (k < 0) {
    k -= 1;
    continue;
  }
  turns.push(`k ${k % 4}`);
}
console.log(turns.length);
