// A repository over any entity with an id: generic class, Partial for changes, Omit for new ones.
interface Entity {
  readonly id: number;
}
class Repository<T extends Entity> {
  private readonly byId = new Map<number, T>();
  private nextId = 1;
  constructor(private readonly make: (id: number, data: Omit<T, "id">) => T) {}
  create(data: Omit<T, "id">): T {
    const item = this.make(this.nextId++, data);
    this.byId.set(item.id, item);
    return item;
  }
  update(id: number, change: (item: T) => T): T | null {
    const there = this.byId.get(id);
    if (!there) return null;
    const changed = change(there);
    this.byId.set(id, changed);
    return changed;
  }
  where(test: (item: T) => boolean): T[] {
    return [...this.byId.values()].filter(test);
  }
  remove(id: number): boolean {
    return this.byId.delete(id);
  }
  get count(): number {
    return this.byId.size;
  }
}
interface Task extends Entity {
  readonly title: string;
  readonly done: boolean;
}
const tasks = new Repository<Task>((id, { title, done }) => ({ id, title, done }));
const first = tasks.create({ title: "write", done: false });
tasks.create({ title: "test", done: false });
console.log(
  first.id,
  tasks.count,
  tasks.update(1, (t) => ({ ...t, done: true }))?.done,
  tasks.update(9, (t) => t) === null,
);
console.log(
  tasks
    .where((t) => t.done)
    .map((t) => t.title)
    .join(),
  first.done,
  JSON.stringify(tasks.where(() => true)),
);
console.log(tasks.remove(2), tasks.remove(2), tasks.count, tasks.create({ title: "again", done: true }).id);
