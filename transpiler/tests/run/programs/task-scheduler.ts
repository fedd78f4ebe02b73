// Cooperative tasks with dependencies, priorities and a limit on how many run at a time.
interface Task {
  readonly name: string;
  readonly ms: number;
  readonly needs?: readonly string[];
  readonly priority?: number;
  readonly fails?: boolean;
}
class Scheduler {
  private readonly results = new Map<string, "done" | "failed" | "skipped">();
  private running = 0;
  private time = 0;
  readonly log: string[] = [];
  private waiting: Task[] = [];
  private finish: () => void = () => {};
  constructor(private readonly limit: number) {}
  run(tasks: readonly Task[]): Promise<string> {
    this.waiting = [...tasks].sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
    return new Promise((resolve) => {
      this.finish = () => resolve([...this.results].map(([name, result]) => `${name}=${result}`).join(" "));
      this.pump();
    });
  }
  private pump(): void {
    for (const task of [...this.waiting]) {
      const needs = (task.needs ?? []).map((n) => this.results.get(n));
      if (needs.some((r) => r === "failed" || r === "skipped")) {
        this.remove(task);
        this.results.set(task.name, "skipped");
        return this.pump();
      }
      if (this.running < this.limit && needs.every((r) => r === "done")) {
        this.remove(task);
        this.start(task);
      }
    }
    if (this.running === 0) {
      for (const { name } of this.waiting.splice(0)) this.results.set(name, "skipped");
      this.finish();
    }
  }
  private remove(task: Task): void {
    this.waiting.splice(this.waiting.indexOf(task), 1);
  }
  private start({ name, ms, fails = false }: Task): void {
    this.running++;
    this.log.push(`+${name}`);
    setTimeout(() => {
      this.running--;
      this.log.push(`-${name}`);
      this.results.set(name, fails ? "failed" : "done");
      this.pump();
    }, ms);
  }
}
const two = new Scheduler(2);
console.log(
  await two.run([
    { name: "a", ms: 30 },
    { name: "b", ms: 10, needs: ["a"] },
    { name: "c", ms: 20, priority: 5 },
    { name: "d", ms: 5, needs: ["b", "c"] },
    { name: "e", ms: 1 },
  ]),
);
console.log(two.log.join(" "));
const one = new Scheduler(1);
console.log(
  await one.run([
    { name: "x", ms: 3, fails: true },
    { name: "y", ms: 1, needs: ["x"] },
    { name: "z", ms: 1, needs: ["y", "w"] },
    { name: "w", ms: 2 },
    { name: "loop", ms: 1, needs: ["loop"] },
  ]),
  one.log.join(" "),
);
console.log((await new Scheduler(3).run([])) === "");
export {};
