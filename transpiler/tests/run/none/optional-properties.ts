// An optional property that is absent, undefined or set.
interface Config {
  name: string;
  limit?: number;
  parent?: Config;
}
class Task {
  done?: boolean;
  note: string | undefined;
  constructor(public title: string) {}
}
const base: Config = { name: "base", limit: 0 };
const child: Config = { name: "child", parent: base };
const limit = (c: Config): number => c.limit ?? c.parent?.limit ?? 99;
console.log(limit(base), limit(child), limit({ name: "alone" }));
child.limit = 5;
console.log(limit(child), child.parent === base);
child.limit = undefined;
console.log(limit(child), child.limit);
const task = new Task("write");
console.log(task.done, task.note, task.done === undefined);
task.done = false;
task.note = "";
console.log(task.done, task.note === "", task.done ?? "open", task.note ?? "unset");
if (!task.done) console.log(task.title);
