// Functions as values: compared, kept in arrays and records, given away.
const f = (n: number): number => n + 1;
const g = f;
const h = (n: number): number => n + 1;
console.log(f === g, g === h, [f, h].indexOf(h), [f, g].includes(h));
let current = f;
console.log(current(1));
current = (n) => n - 1;
console.log(current(1), f(1));
const choose = (sign: string): ((a: i16, b: i16) => number) => {
  if (sign === "+") return (a, b) => a + b;
  if (sign === "-") return (a, b) => a - b;
  return () => 0;
};
console.log(choose("+")(2, 3), choose("-")(2, 3), choose("?")(2, 3));
let hook: (() => string) | undefined;
console.log(hook?.() ?? "no hook");
hook = () => "hooked";
console.log(hook?.() ?? "no hook", hook !== undefined);
const optional: { done?: (ok: boolean) => string } = {};
console.log(optional.done?.(true));
optional.done = (ok) => `done ${ok}`;
console.log(optional.done?.(true));
