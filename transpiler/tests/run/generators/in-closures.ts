// Generators made by functions, kept in fields and closures, stepped from several places.
function ids(prefix: string): () => string {
  function* make(): Generator<string, void> {
    for (let n = 1; ; n++) yield `${prefix}${n}`;
  }
  const it = make();
  return () => {
    const { value } = it.next();
    return `${value}`;
  };
}
const nextOrder = ids("o");
const nextUser = ids("u");
console.log(nextOrder(), nextOrder(), nextUser(), nextOrder());

const makers: (() => Generator<number>)[] = [];
for (let i = 1; i < 4; i++) {
  const scale = i * 10;
  makers.push(function* () {
    yield i;
    yield scale + i;
  });
}
console.log(makers.map((make) => [...make()].join("/")).join(" "));

class Scheduler {
  private tasks: Generator<string>[] = [];

  spawn(task: Generator<string>): void {
    this.tasks.push(task);
  }

  run(): void {
    while (this.tasks.length > 0) {
      const waiting: Generator<string>[] = [];
      for (const task of this.tasks) {
        const step = task.next();
        if (step.done) continue;
        console.log(step.value);
        waiting.push(task);
      }
      this.tasks = waiting;
    }
  }
}
function* work(name: string, steps: number): Generator<string> {
  for (let i = 1; i <= steps; i++) yield `${name} ${i}/${steps}`;
}
const scheduler = new Scheduler();
scheduler.spawn(work("a", 2));
scheduler.spawn(work("b", 3));
scheduler.spawn(work("c", 1));
scheduler.run();

let evaluated = 0;
function* withDefaults(size = ++evaluated, { from = size }: { from?: number } = {}): Generator<number> {
  yield from;
  yield size;
}
const made = withDefaults();
console.log(evaluated, [...made].join(), [...withDefaults(5, { from: 1 })].join(), evaluated);

function* parameters(count: number, ...names: string[]): Generator<string> {
  while (count > 0) {
    count--;
    for (const name of names) yield `${name}${count}`;
  }
}
console.log([...parameters(2, "p", "q")].join());
const squaresOf = function* (xs: readonly number[]): Generator<number> {
  for (const x of xs) yield x * x;
};
console.log([...squaresOf([1, 2, 3])].join());
