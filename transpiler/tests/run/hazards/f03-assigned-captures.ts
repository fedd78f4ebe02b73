// Functions that assign to variables of the functions and modules around them, at every depth.
let total = 0;
const add = (n: number): void => {
  total += n;
};
[1, 2, 3].forEach(add);
console.log(total);
function counter(): { up: () => number; down: () => number; read: () => number } {
  let n = 0;
  let calls = 0;
  const step = (by: number): number => {
    const inner = (): void => {
      n += by;
      calls++;
    };
    inner();
    return n;
  };
  return { up: () => step(1), down: () => step(-1), read: () => n * 100 + calls };
}
const a = counter();
const b = counter();
console.log(a.up(), a.up(), a.down(), b.down(), a.read(), b.read());
let state: string | null = null;
const toggle = (): void => {
  state = state === null ? "on" : null;
};
toggle();
console.log(state);
toggle();
console.log(state);
let [p, q] = [1, 2];
const swap = (): void => {
  [p, q] = [q, p];
};
swap();
console.log(p, q);
const outer = (): string => {
  let log = "";
  const walk = (depth: number): void => {
    log += depth;
    if (depth < 3) walk(depth + 1);
    log += "'";
  };
  walk(0);
  return log;
};
console.log(outer());
