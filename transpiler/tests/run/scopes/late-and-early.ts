// Variables that are assigned late, declared without a value, captured before they are set, and changed by calls.
let late: string;
const readLate = (): string => late;
late = "set";
console.log(readLate());
let count: number;
{
  count = 5;
}
const bump = (): number => ++count % 100;
console.log(bump(), bump(), count);
let handler: (() => string) | null = null;
const call = (): string => handler?.() ?? "no handler";
console.log(call());
handler = () => "handled";
console.log(call());
handler = null;
console.log(call());
let a = 1,
  b = a + 1,
  c: number | undefined;
console.log(a, b, c);
c ??= a + b;
[a, b] = [b, a];
console.log(a, b, c);
function setUp(): { get: () => number; set: (n: number) => void } {
  let state = 0;
  let writes = 0;
  return {
    get: () => state * 10 + writes,
    set(n) {
      state = n % 10;
      writes++;
    },
  };
}
const s = setUp();
s.set(7);
s.set(13);
console.log(s.get(), setUp().get());
const order: string[] = [];
const fn = (): void => {
  order.push(stage);
};
let stage = "one";
fn();
stage = "two";
fn();
console.log(order.join());
