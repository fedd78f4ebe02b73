// Class expressions: anonymous, named, assigned, chosen, made by a function, within an expression.
const Point = class {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  plus(other: { x: number; y: number }): string {
    return `${this.x + other.x},${this.y + other.y}`;
  }
};
console.log(new Point(1, 2).plus(new Point(3, 4)));
const List = class Node {
  next: Node | null = null;
  constructor(readonly value: number) {}
  push(value: number): Node {
    const made = new Node(value);
    made.next = this;
    return made;
  }
  toText(): string {
    return this.next === null ? `${this.value}` : `${this.value} ${this.next.toText()}`;
  }
  static of(value: number): Node {
    return new Node(value);
  }
};
console.log(List.of(1).push(2).push(3).toText(), new List(9) instanceof List);
const one = new (class {
  readonly text = "used at once";
  static count = 3;
})();
console.log(one.text);
function counterClass(start: number, by: number) {
  return class {
    private at = start;
    next(): number {
      this.at += by;
      return this.at;
    }
    static readonly step = by;
  };
}
const ByTwo = counterClass(0, 2);
const ByTen = counterClass(100, 10);
const [two, ten] = [new ByTwo(), new ByTen()];
console.log(two.next(), two.next(), ten.next(), ByTwo.step, ByTen.step);
console.log(two instanceof ByTwo, ten instanceof ByTwo, ten instanceof ByTen);
class Base {
  who(): string {
    return "base";
  }
}
const Derived = class extends Base {
  override who(): string {
    return `derived ${super.who()}`;
  }
};
console.log(new Derived().who(), new Derived() instanceof Base);
class Further extends Derived {
  override who(): string {
    return `further ${super.who()}`;
  }
}
console.log(new Further().who());
let Changing = class {
  id = 1;
};
console.log(new Changing().id);
Changing = class {
  id = 2;
};
console.log(new Changing().id);
