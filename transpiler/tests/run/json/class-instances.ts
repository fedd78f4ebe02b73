// Instances are written with their fields, in the order in which they came, without methods and statics.
class Base {
  static kind = "static";
  id = 1;
  protected hidden = "protected is a field too";
  describe(): string {
    return "method";
  }
}
class Derived extends Base {
  name: string;
  list: number[] = [];
  constructor(name: string, readonly flag: boolean) {
    super();
    this.name = name;
  }
  get length(): number {
    return this.list.length;
  }
}
const d = new Derived("x", true);
d.list.push(1, 2);
console.log(JSON.stringify(d), JSON.stringify(new Base()));
console.log(JSON.stringify({ d: [d], n: d.length }), d.describe(), Base.kind);
