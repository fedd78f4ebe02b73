// Functions are values: given, kept and returned.
const add =
  (a: i16) =>
  (b: i16): number =>
    a + b;
const add5 = add(5);
console.log(add5(1), add5(10), add(1)(2));
function compose(f: (n: i16) => i16, g: (n: i16) => i16): (n: i16) => i16 {
  return (n) => f(g(n));
}
const half = (n: i16): i16 => Math.floor(n / 2);
const minusOne = (n: i16): i16 => (n > -32768 ? n - 1 : n);
console.log(compose(half, minusOne)(9), compose(minusOne, half)(9));
function once(f: () => string): () => string {
  let result: string | undefined;
  return () => (result ??= f());
}
let calls = 0;
const load = once(() => {
  calls++;
  return `loaded ${calls}`;
});
console.log(load(), load(), calls);
const table: { name: string; run: (s: string) => string }[] = [
  { name: "twice", run: (s) => s + s },
  { name: "quote", run: (s) => `"${s}"` },
];
console.log(table.map(({ name, run }) => `${name}: ${run("x")}`).join(", "));
