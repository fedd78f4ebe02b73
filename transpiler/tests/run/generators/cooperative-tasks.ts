// Generators as tasks: a round-robin scheduler with waiting times and results.
type Step = number | "pause";
type Task = Generator<Step, string>;
const log: string[] = [];
function* blink(name: string, times: number): Task {
  for (let i = 1; i <= times; i++) {
    log.push(`${name}${i}`);
    yield "pause";
  }
  return `${name} done`;
}
function* wait(name: string, ticks: number): Task {
  log.push(`${name} sleeps`);
  yield ticks;
  log.push(`${name} wakes`);
  return "rested";
}
function* parent(): Task {
  const result = yield* wait("inner", 1);
  log.push(result);
  return yield* blink("q", 1);
}
function run(tasks: Task[]): string[] {
  const results: string[] = [];
  let queue = tasks.map((task) => ({ task, wake: 0 }));
  for (let now = 0; queue.length > 0; now++) {
    const next: typeof queue = [];
    for (const { task, wake } of queue) {
      if (wake > now) {
        next.push({ task, wake });
        continue;
      }
      const r = task.next();
      if (r.done) results.push(`${now}:${r.value}`);
      else next.push({ task, wake: r.value === "pause" ? now + 1 : now + r.value });
    }
    queue = next;
  }
  return results;
}
console.log(run([blink("a", 2), wait("b", 3), parent(), blink("c", 0)]).join(", "));
console.log(log.join(" "));
