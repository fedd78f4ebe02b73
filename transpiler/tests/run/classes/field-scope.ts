// A field's initialiser sees what is around the class, not the constructor's parameters and variables.
let counter = 0;
const size = 100;
const label = (n: number): string => `<${n}>`;
class Ticket {
  readonly id = ++counter;
  readonly size = size;
  readonly text = label(this.id);
  readonly list = [1, 2, 3].map((n) => n + size);
  constructor(size: number, label: string) {
    const counter = "local";
    console.log(size, label, counter, this.size, this.text);
  }
}
const a = new Ticket(5, "five");
const b = new Ticket(6, "six");
console.log(a.id, b.id, counter, a.list.join(), b.text);
function makeClass(step: number): number[] {
  let at = 0;
  class Step {
    readonly value = (at += step);
    readonly next = (): number => (at += step);
  }
  const [one, two] = [new Step(), new Step()];
  return [one.value, two.value, one.next(), two.next(), at];
}
console.log(makeClass(3).join(), makeClass(10).join());
class Base {
  constructor(readonly name: string) {
    console.log(`base ${name}`);
  }
}
class Derived extends Base {
  readonly double = this.name + this.name;
  readonly size = ++counter + size;
  constructor(size: string) {
    console.log(`before super ${size}`);
    super(size);
    console.log(`after super ${this.double} ${this.size}`);
  }
}
console.log(new Derived("x").size, counter);
