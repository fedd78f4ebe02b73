// Generic classes extended with concrete arguments, generic base of generic class, abstract members of T.
abstract class Repository<T extends { readonly id: number }> {
  protected readonly rows: T[] = [];
  abstract describe(row: T): string;
  add(row: T): this {
    this.rows.push(row);
    return this;
  }
  find(id: number): T | undefined {
    return this.rows.find((row) => row.id === id);
  }
  list(): string[] {
    return this.rows.map((row) => this.describe(row));
  }
}
interface Book {
  readonly id: number;
  readonly title: string;
}
class Books extends Repository<Book> {
  describe(row: Book): string {
    return `${row.id} "${row.title}"`;
  }
  titles(): string {
    return this.rows.map((row) => row.title).join(", ");
  }
}
class Counters extends Repository<{ readonly id: number; count: number }> {
  describe(row: { readonly id: number; count: number }): string {
    return `${row.id}=${row.count}`;
  }
  hit(id: number): void {
    const row = this.find(id);
    if (row) row.count++;
    else this.add({ id, count: 1 });
  }
}
const books = new Books().add({ id: 1, title: "Dune" }).add({ id: 2, title: "Emma" });
console.log(books.titles(), books.list().join("; "), books.find(2)?.title);
const counters = new Counters();
for (const id of [5, 6, 5, 5]) counters.hit(id);
console.log(counters.list().join(" "));

class Box<T> {
  constructor(protected value: T) {}
  get(): T {
    return this.value;
  }
  set(value: T): void {
    this.value = value;
  }
}
class Watched<T> extends Box<T> {
  private readonly listeners: ((now: T, before: T) => void)[] = [];
  onChange(listener: (now: T, before: T) => void): void {
    this.listeners.push(listener);
  }
  override set(value: T): void {
    const before = this.value;
    super.set(value);
    for (const listener of this.listeners) listener(value, before);
  }
}
class Clamped extends Watched<number> {
  override set(value: number): void {
    super.set(Math.min(100, Math.max(0, value)));
  }
}
const level = new Clamped(50);
level.onChange((now, before) => console.log(`${before} -> ${now}`));
level.set(700);
level.set(-3);
console.log(level.get() + 1);
const name = new Watched("start");
name.onChange((now, before) => console.log(before.length, now));
name.set("end");
const boxes: Box<number>[] = [new Box(1), level, new Watched(2)];
console.log(boxes.map((box) => box.get()).join());
