// What is spread is gone through at its place, also where a later element needs statements before it, or changes it.
const maybe = (n: number): number | null => (n > 1 ? n : null);
const xs = [1, 2];
const grow = (n: number): number => {
  xs.push(n);
  return n;
};
console.log([...xs, maybe(1) ?? 7, ...xs].join());
console.log([...xs, grow(3), ...xs, maybe(2) ?? 9].join());
const sum = (...all: number[]): string => (all.length > 0 ? all.map((one) => one % 9).join("") : "-");
let step = 1;
console.log(sum(...xs, (step = 5), ...xs, maybe(0) ?? grow(10), ...xs), step);
const ys = [0];
ys.push(...xs, maybe(0) ?? xs.length, ...ys);
console.log(ys.join());
async function run(): Promise<void> {
  console.log([..."ab", await Promise.resolve("c"), ..."de"].join(""));
}
void run();
