// Methods that return this, builders whose type grows.
class Query<T> {
  private tests: ((item: T) => boolean)[] = [];
  private most = 1000;
  constructor(private readonly items: readonly T[]) {}
  where(test: (item: T) => boolean): this {
    this.tests.push(test);
    return this;
  }
  limit(most: number): this {
    this.most = most;
    return this;
  }
  select<U>(f: (item: T) => U): U[] {
    const out: U[] = [];
    for (const item of this.items) {
      if (out.length >= this.most) break;
      if (this.tests.every((test) => test(item))) out.push(f(item));
    }
    return out;
  }
}
class SortedQuery<T> extends Query<T> {
  sorted(compare: (a: T, b: T) => number): SortedQuery<T> {
    return new SortedQuery(this.select((item) => item).sort(compare));
  }
}
const query = new SortedQuery([5, 3, 8, 1, 9, 2])
  .where((n) => n > 1)
  .limit(4)
  .sorted((a, b) => b - a);
console.log(query.select((n) => n * 10).join());
console.log(
  new Query(["pear", "fig", "apple"])
    .where((s) => s.length > 3)
    .select((s) => s.charAt(0))
    .join(""),
);
abstract class Shape {
  private label = "";
  named(label: string): this {
    this.label = label;
    return this;
  }
  text(): string {
    return `${this.label}:${this.area()}`;
  }
  abstract area(): number;
}
class Square extends Shape {
  private side = 1;
  size(side: number): this {
    this.side = side;
    return this;
  }
  area(): number {
    return this.side * this.side;
  }
}
console.log(new Square().named("s").size(4).text(), new Square().size(2).named("t").area());
