//! refuse TP3004
// Functions that take and give functions, with types that follow through.
// All numbers that pass through one generic function are one: what comes out of a step might go into it again.
const compose =
  <A, B, C>(f: (b: B) => C, g: (a: A) => B) =>
  (a: A): C =>
    f(g(a));
const length = (t: string): number => t.length;
const isEven = (n: number): boolean => n % 2 === 0;
console.log(
  compose(isEven, length)("abcd"),
  compose(length, (n: number) => `${n}`)(12345),
  compose(isEven, (n: number) => n + 1)(2),
);
function pipe<T>(value: T, ...steps: ((value: T) => T)[]): T {
  return steps.reduce((v, step) => step(v), value);
}
console.log(
  pipe(5),
  pipe(
    5,
    (n) => n + 1,
    (n) => n * 10,
  ),
  pipe(
    "a",
    (t) => t + "b",
    (t) => t.toUpperCase(),
  ),
);
const flip =
  <A, B, C>(f: (a: A, b: B) => C) =>
  (b: B, a: A): C =>
    f(a, b);
const minus = (a: number, b: number): number => a - b;
console.log(minus(5, 3), flip(minus)(5, 3), flip((t: string, n: number) => t.repeat(n))(3, "ab"));
const partial =
  <A, R extends unknown[], T>(f: (a: A, ...rest: R) => T, a: A) =>
  (...rest: R): T =>
    f(a, ...rest);
const join3 = (a: string, b: number, c: boolean): string => `${a}${b}${c}`;
console.log(partial(join3, "x")(1, true), partial(partial(join3, "y"), 2)(false));
const tap =
  <T>(f: (value: T) => void) =>
  (value: T): T => {
    f(value);
    return value;
  };
console.log([1, 2].map(tap((n) => console.log("tap", n))).join(), identity("same"), identity(null));
function identity<T>(value: T): T {
  return value;
}
