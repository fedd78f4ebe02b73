// The helpers that every project has: once, curry, omit, zip, pipe.
const pipe =
  <T>(...fs: ((x: T) => T)[]) =>
  (x: T): T =>
    fs.reduce((v, f) => f(v), x);
console.log(
  pipe<string>(
    (s) => s + "!",
    (s) => s.trim(),
  )(" a "),
  pipe<number>()(4),
);
const curry =
  <A, B, R>(f: (a: A, b: B) => R) =>
  (a: A) =>
  (b: B): R =>
    f(a, b);
console.log(curry((a: number, b: string) => b.repeat(a & 3))(2)("x"));
const once = <A extends unknown[], R>(f: (...args: A) => R): ((...args: A) => R) => {
  let done = false;
  let result: R | undefined;
  return (...args: A): R => {
    if (!done) {
      result = f(...args);
      done = true;
    }
    return result as R;
  };
};
const init = once((n: number) => {
  console.log("init", n);
  return n & 15;
});
console.log(init(3), init(9));
const tuple = <T extends readonly unknown[]>(...xs: T): T => xs;
const [p, q] = tuple(1, "z");
console.log(p & 1, q.length);
const zip = <A, B>(a: A[], b: B[]): [A, B][] => a.map((x, i): [A, B] => [x, b[i]]);
console.log(
  zip([1, 2], ["a", "b"])
    .map(([n, s]) => `${n}${s}`)
    .join(),
);
const omit = <T extends object, K extends keyof T>(o: T, ...keys: K[]): string[] =>
  Object.keys(o).filter((k) => !keys.includes(k as K));
console.log(omit({ a: 1, b: 2, c: 3 }, "a", "c").join());
const assertNever = (x: never): never => {
  throw new Error(`unexpected ${String(x)}`);
};
type Sh = { k: "c"; r: number } | { k: "s"; a: number };
const area = (s: Sh): number => {
  switch (s.k) {
    case "c":
      return s.r & 7;
    case "s":
      return s.a & 7;
    default:
      return assertNever(s);
  }
};
console.log(area({ k: "c", r: 3 }));
const tag = (n: number, ...labels: string[]): string => labels.map((l) => `${l}${n}`).join();
const labels = ["p", "q"] as const;
console.log(tag(1, ...labels), tag(2));
export {};
