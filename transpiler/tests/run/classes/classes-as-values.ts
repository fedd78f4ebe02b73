// Classes passed, stored, chosen and called through constructor types.
abstract class Shape {
  abstract area(): number;
  describe(): string {
    return `area ${this.area()}`;
  }
}
class Square extends Shape {
  static readonly title = "square";
  constructor(private readonly side: u8) {
    super();
  }
  area(): number {
    return this.side * this.side;
  }
}
class Strip extends Shape {
  static readonly title = "strip";
  constructor(private readonly length: u8) {
    super();
  }
  area(): number {
    return this.length;
  }
}
type ShapeClass = new (size: u8) => Shape;
const make = (Class: ShapeClass, size: u8): Shape => new Class(size);
console.log(make(Square, 5).describe(), make(Strip, 5).describe());
const kinds: ShapeClass[] = [Square, Strip];
for (const kind of kinds) console.log(new kind(3).area());
const byName = new Map<string, ShapeClass>([
  ["square", Square],
  ["strip", Strip],
]);
const Found = byName.get("strip");
if (Found !== undefined) console.log(new Found(7).area());
const pick = (square: boolean) => (square ? Square : Strip);
console.log(new (pick(true))(4).area(), new (pick(false))(4).area(), pick(true).title, pick(false).title);
const Alias = Square;
console.log(new Alias(2).area(), Alias.title, Alias === Square, new Alias(2) instanceof Square);
interface Described {
  new (size: u8): Shape;
  readonly title: string;
}
const titles: Described[] = [Square, Strip];
for (const one of titles) console.log(one.title, new one(6).area());
class Holder {
  constructor(readonly Kind: typeof Square) {}
  build(): Shape {
    return new this.Kind(8);
  }
}
console.log(new Holder(Square).build().area());
const isOne = (value: Shape, Class: typeof Square | typeof Strip): boolean => value instanceof Class;
console.log(isOne(new Square(1), Square), isOne(new Square(1), Strip));
