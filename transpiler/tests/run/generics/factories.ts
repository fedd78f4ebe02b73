// Classes as values: factories, registries of constructors, instances by kind.
interface Shape {
  readonly kind: string;
  area(): number;
}
class Square implements Shape {
  readonly kind = "square";
  constructor(private readonly side: number) {}
  area(): number {
    return this.side * this.side;
  }
}
class Strip implements Shape {
  readonly kind = "strip";
  constructor(private readonly length: number) {}
  area(): number {
    return this.length;
  }
}
const makers: Record<string, (new (size: number) => Shape) | undefined> = { square: Square, strip: Strip };
const make = (kind: string, size: number): Shape | null => {
  const Maker = makers[kind];
  return Maker ? new Maker(size) : null;
};
console.log(make("square", 4)?.area(), make("strip", 4)?.area(), make("circle", 4)?.area() ?? "unknown");
function createAll<T>(ctor: new (n: number) => T, sizes: number[]): T[] {
  return sizes.map((n) => new ctor(n));
}
console.log(
  createAll(Square, [1, 2, 3])
    .map((s) => s.area())
    .join(),
  createAll(Strip, []).length,
);
const instancesOf = <T extends Shape>(shapes: Shape[], ctor: new (n: number) => T): T[] =>
  shapes.filter((s): s is T => s instanceof ctor);
const mixed: Shape[] = [new Square(2), new Strip(3), new Square(5)];
console.log(instancesOf(mixed, Square).length, instancesOf(mixed, Strip)[0].area());
class Lazy<T> {
  private value: T | null = null;
  constructor(private readonly init: () => T) {}
  get(): T {
    this.value ??= this.init();
    return this.value;
  }
}
let made = 0;
const lazy = new Lazy(() => `made ${++made % 10}`);
console.log(made, lazy.get(), lazy.get(), made);
