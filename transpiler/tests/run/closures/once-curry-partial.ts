// Functions that make functions: once, curry, after, negate, pipe, with state of their own.
const once = (f: () => number): (() => number) => {
  let done = false;
  let result = 0;
  return () => {
    if (!done) {
      done = true;
      result = f();
    }
    return result;
  };
};
let runs = 0;
const start = once(() => ++runs % 10);
console.log(start(), start(), runs, once(() => 7)());
const curry = (f: (a: number, b: number, c: number) => number) => (a: number) => (b: number) => (c: number) =>
  f(a, b, c);
const volume = curry((a, b, c) => a * b * c);
const slab = volume(2)(3);
console.log(slab(4), slab(5), volume(1)(1)(1));
const after = (n: number, f: (count: number) => void): (() => void) => {
  let count = 0;
  return () => {
    if (++count >= n) f(count);
  };
};
const log: number[] = [];
const third = after(3, (c) => log.push(c));
for (let i = 0; i < 5; i++) third();
console.log(log.join());
const not =
  (test: (n: number) => boolean) =>
  (n: number): boolean =>
    !test(n);
const both =
  (...tests: ((n: number) => boolean)[]) =>
  (n: number): boolean =>
    tests.every((t) => t(n));
const isEven = (n: number): boolean => n % 2 === 0;
console.log([1, 2, 3, 4, 5, 6].filter(both(not(isEven), (n) => n > 2)).join(), both()(1));
const counterOf = (step: number) => {
  let n = 0;
  const self = { next: () => (n = (n + step) % 1000), reset: () => ((n = 0), self) };
  return self;
};
const c = counterOf(5);
console.log(c.next(), c.next(), c.reset().next(), counterOf(1).next());
