// The comma operator gives its last value; both sides are evaluated.
let a = 0;
const b = (a++, a + 10);
console.log(a, b);
for (let i = 0, j = 0; i < 3; i++, j += i) console.log(i, j);
const log: number[] = [];
const push = (n: number): number => {
  log.push(n);
  return n;
};
const last = (push(1), push(2), push(3));
console.log(last, log.join());
const pick = (n: number): number => (push(n), n > 2 ? (push(100), n) : -n);
console.log(pick(5), pick(1), log.join());
void push(7);
console.log(log.length);
