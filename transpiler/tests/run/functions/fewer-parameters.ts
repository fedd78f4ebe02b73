// A function with fewer parameters stands where more are given.
type Handler = (value: number, name: string) => string;
const handlers: Handler[] = [(v, n) => `${n}=${v}`, (v) => `${v}`, () => "nothing"];
for (const handler of handlers) console.log(handler(5, "five"));
console.log([7, 8].map(() => "x").join(), [7, 8].map((v) => v + 1).join(), [7, 8].map((v, i) => v + i).join());
function each(count: number, f: (i: number, last: boolean) => void): void {
  for (let i = 0; i < count; i++) f(i, i === count - 1);
}
let text = "";
each(3, (i) => {
  text += i;
});
each(2, () => {
  text += "-";
});
each(2, (i, last) => {
  text += last ? "end" : i;
});
console.log(text);
function plain(n: number): number {
  return n * 2;
}
console.log([1, 2, 3].map(plain).join(), [3, 1].filter(() => true).length);
