// `this` in static members is the class; static blocks run in their place; statics are inherited.
const steps: string[] = [];
const step = (text: string): string => {
  steps.push(text);
  return text;
};
class Registry {
  static readonly names: string[] = [];
  static first = step("first");
  static {
    step("block 1");
    this.names.push("built in");
    for (const name of ["a", "b"]) {
      const twice = name + name;
      this.add(twice);
    }
  }
  static second = `${this.first} then second`;
  static readonly count = this.names.length;
  static {
    const size = Registry.count;
    step(`block 2 ${size} ${this.second}`);
  }
  static add(name: string): typeof Registry {
    this.names.push(name);
    return this;
  }
  static create(): Registry {
    return new this();
  }
  static get size(): number {
    return this.names.length;
  }
  static set last(name: string) {
    this.names[this.names.length - 1] = name;
  }
  static lazily(): () => number {
    return () => this.size;
  }
  kind(): string {
    return "registry";
  }
}
console.log(steps.join(" / "));
console.log(Registry.names.join(), Registry.second, Registry.count, Registry.size);
Registry.add("x").add("y");
const size = Registry.lazily();
Registry.last = "z";
console.log(Registry.names.join(), Registry.size, size());

class Shape {
  static sides = 0;
  static made = 0;
  static describe(): string {
    return `${this.title()} with ${this.sides} sides`;
  }
  static title(): string {
    return "shape";
  }
  static build(): Shape {
    this.made += 1;
    return new this();
  }
  name(): string {
    return "a shape";
  }
}
class Square extends Shape {
  static override sides = 4;
  static override title(): string {
    return `square, a ${super.title()}`;
  }
  static override describe(): string {
    return `${super.describe()}!`;
  }
  override name(): string {
    return "a square";
  }
}
class Cube extends Square {
  static override sides = 12;
}
console.log(Shape.describe(), "|", Square.describe(), "|", Cube.describe());
console.log(Shape.build().name(), Square.build().name(), Cube.build().name());
// The first write through a subclass makes its own property there.
console.log(Shape.made, Square.made, Cube.made);
Shape.made = 10;
console.log(Shape.made, Square.made, Cube.made);
