// Locals, loops, closures and exceptions around yields keep their state.
function* counter(step: number): Generator<string, undefined> {
  let n = 0;
  const add = (by: number): number => (n += by);
  try {
    for (const word of ["a", "b", "c"]) {
      add(step);
      yield `${word}${n}`;
      if (n > 4) throw new Error(`at ${word}`);
    }
  } catch (e) {
    yield (e as Error).message;
  } finally {
    add(100);
    yield `finally ${n}`;
  }
  yield `after ${n}`;
}
console.log([...counter(1)].join(" "), "|", [...counter(3)].join(" "));
const two = [counter(1), counter(10)];
const mixed: string[] = [];
for (let i = 0; i < 3; i++) for (const g of two) mixed.push(g.next().value ?? "none");
console.log(mixed.join());
const makers: (() => Generator<number>)[] = [];
for (let i = 0; i < 3; i++)
  makers.push(function* () {
    yield i;
    i += 10;
    yield i;
  });
console.log(makers.map((make) => [...make()].join("/")).join());
function* conditional(flag: boolean): Generator<number> {
  const x = flag ? 1 : 2;
  yield x;
  if (flag) return;
  yield x * 10;
}
console.log([...conditional(true)].join(), [...conditional(false)].join());
