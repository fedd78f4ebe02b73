// A closure keeps and changes the variables of the function that made it.
function counter(start: number, step = 1): { next: () => number; reset: () => void } {
  let n = start;
  return {
    next: () => {
      n += step;
      return n;
    },
    reset: () => {
      n = start;
    },
  };
}
const a = counter(0);
const b = counter(100, -10);
console.log(a.next(), a.next(), b.next(), a.next(), b.next());
a.reset();
console.log(a.next(), b.next());
let total = 0;
const add = (n: number): void => {
  total += n;
};
[1, 2, 3].forEach(add);
[10].forEach((n) => add(n));
console.log(total);
const later: (() => void)[] = [];
for (const n of [1, 2]) later.push(() => add(n * 1000));
total = 0;
for (const f of later) f();
console.log(total);
