// Generic base classes with concrete and with generic subclasses, static factories and protected members.
abstract class Collection<T> {
  protected abstract items(): readonly T[];
  get size(): number {
    return this.items().length;
  }
  contains(item: T): boolean {
    return this.items().includes(item);
  }
  toString(): string {
    return `${this.kind()}(${this.items()
      .map((i) => this.format(i))
      .join(", ")})`;
  }
  protected format(item: T): string {
    return JSON.stringify(item);
  }
  protected kind(): string {
    return "Collection";
  }
}
class Bag<T> extends Collection<T> {
  protected readonly content: T[] = [];
  static of<T>(...items: T[]): Bag<T> {
    const bag = new Bag<T>();
    for (const item of items) bag.add(item);
    return bag;
  }
  add(item: T): this {
    this.content.push(item);
    return this;
  }
  protected items(): readonly T[] {
    return this.content;
  }
  protected override kind(): string {
    return "Bag";
  }
}
class SortedTexts extends Bag<string> {
  override add(item: string): this {
    super.add(item);
    this.content.sort((a, b) => (a < b ? -1 : 1));
    return this;
  }
  protected override format(item: string): string {
    return `'${super.format(item).slice(1, -1)}'`;
  }
}
const numbers = Bag.of(3, 1, 2);
const texts = new SortedTexts().add("m").add("a\n").add("z");
console.log(numbers.toString(), numbers.size, numbers.contains(2), numbers.contains(9));
console.log(texts.toString(), texts.contains("m"), `${new Bag<boolean>().add(true)}`);
const all: Collection<string>[] = [texts, Bag.of("b")];
console.log(all.map((c) => c.size).join(), all.map((c) => c.toString()).join(" "));
