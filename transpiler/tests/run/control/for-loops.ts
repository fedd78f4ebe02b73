// for loops in all forms: several variables, no condition, changes in the body, the value after.
for (let i = 0, j = 10; i < j; i += 3, j--) console.log(i, j);
let k = 0;
for (; k < 3; ) k++;
console.log(k);
for (let i = 5; i--; ) console.log("down", i);
let steps = 0;
for (;;) {
  steps++;
  if (steps > 3) break;
}
console.log(steps);
const hit: number[] = [];
for (let i = 0; i < 10; i++) {
  if (i === 3) i += 4;
  hit.push(i);
}
console.log(hit.join());
let last = -1;
for (last = 0; last < 5; last++) if (last === 3) break;
console.log(last);
let limit = 3;
let grown = 0;
for (let i = 0; i < limit; i++) {
  if (limit < 6) limit++;
  grown = i;
}
console.log(grown, limit);
for (let i = 10; i > 0; i -= 4) console.log("step", i);
for (let i = 0; i < 0; i++) console.log("never");
