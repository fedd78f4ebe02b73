// A scheduler of timed tasks: a heap ordered by time, then by age, in simulated time.
interface Task {
  at: u32;
  age: number;
  name: string;
  every: u16;
}
class Scheduler {
  private readonly heap: Task[] = [];
  private ages = 0;
  now: u32 = 0;
  add(name: string, delay: u16, every: u16 = 0): void {
    this.push({ at: (this.now + delay) >>> 0, age: this.ages++, name, every });
  }
  private before(a: Task, b: Task): boolean {
    return a.at !== b.at ? a.at < b.at : a.age < b.age;
  }
  private push(task: Task): void {
    let at = this.heap.length & 0xffff;
    this.heap.push(task);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(this.heap[at], this.heap[parent])) break;
      [this.heap[at], this.heap[parent]] = [this.heap[parent], this.heap[at]];
      at = parent;
    }
  }
  private pop(): Task | undefined {
    const first = this.heap[0] as Task | undefined;
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return last;
    this.heap[0] = last;
    let at: u16 = 0;
    while (at * 2 + 1 < this.heap.length) {
      let child = at * 2 + 1;
      if (child + 1 < this.heap.length && this.before(this.heap[child + 1], this.heap[child])) child++;
      if (!this.before(this.heap[child], this.heap[at])) break;
      [this.heap[at], this.heap[child]] = [this.heap[child], this.heap[at]];
      at = child & 0xffff;
    }
    return first;
  }
  run(until: u32): string[] {
    const log: string[] = [];
    for (let task = this.pop(); task !== undefined; task = this.pop()) {
      if (task.at > until) {
        this.push(task);
        break;
      }
      this.now = task.at;
      log.push(`${task.at}:${task.name}`);
      if (task.every > 0) this.add(task.name, task.every, task.every);
    }
    return log;
  }
}
const s = new Scheduler();
s.add("blink", 10, 25);
s.add("once", 35);
s.add("poll", 0, 15);
s.add("same", 35);
console.log(s.run(60).join(" "));
s.add("late", 5);
console.log(s.run(80).join(" "), s.now);
