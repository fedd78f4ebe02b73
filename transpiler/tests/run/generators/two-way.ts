// next(value) gives a value to the yield that waits; return and done at the end.
function* averager(): Generator<number, string, number> {
  let sum = 0;
  let count = 0;
  while (count < 4) {
    const value: number = yield count === 0 ? 0 : Math.floor(sum / count);
    if (value < 0) return `ended early with ${sum}`;
    sum += value;
    count++;
  }
  return `ended with ${sum}`;
}
const show = (r: IteratorResult<number, string>): string => (r.done ? `done: ${r.value}` : `value: ${r.value}`);
const a = averager();
console.log(show(a.next(99)), show(a.next(10)), show(a.next(20)), show(a.next(-1)));
const b = averager();
const inputs = [0, 1, 2, 3, 4];
for (const n of inputs) console.log(show(b.next(n)));
function* echo(): Generator<string, undefined, string> {
  let got = yield "ready";
  for (;;) {
    if (got === "stop") return undefined;
    got = yield `echo ${got}`;
  }
}
const e = echo();
console.log(e.next("ignored").value, e.next("a").value, e.next("b").value, e.next("stop").done, e.next("c").done);
