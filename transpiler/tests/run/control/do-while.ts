// do/while runs at least once; continue goes to its condition.
let n = 10;
do {
  console.log(n);
  n++;
} while (n < 10);
let turns = 0;
const kept: number[] = [];
do {
  turns++;
  if (turns % 2 === 0) continue;
  kept.push(turns);
} while (turns < 7);
console.log(turns, kept.join());
let left = 5;
do {
  left--;
  if (left === 2) break;
} while (left > 0);
console.log(left);
let evaluated = 0;
const more = (): boolean => {
  evaluated++;
  return evaluated < 3;
};
do {
  if (evaluated === 1) continue;
} while (more());
console.log(evaluated);
